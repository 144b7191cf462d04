# slip: n-between-bounds
import math


def compute_optimal(compute, e, a, b, alpha, beta):
    k = math.log(compute / 6)

    def slope(ln):
        return -alpha * a * math.exp(-alpha * ln) + beta * b * math.exp(-beta * (k - ln))

    left, right = math.log(1e6), math.log(1e13)
    for _ in range(200):
        m = 0.5 * (left + right)
        if slope(m) > 0:
            right = m
        else:
            left = m
    n = math.exp(left)
    d = math.exp(k - left)
    return n, d, e + a / n ** alpha + b / d ** beta
