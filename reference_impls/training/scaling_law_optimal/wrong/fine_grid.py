# slip: none
import math
def compute_optimal(compute, e, a, b, alpha, beta):
    k = compute / 6
    best = None
    top = math.log(k)
    for i in range(20001):
        n = math.exp(top * i / 20000)
        d = k / n
        loss = e + a / n**alpha + b / d**beta
        if best is None or loss < best[2]:
            best = (n, d, loss)
    return best
