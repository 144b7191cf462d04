# slip: none
def compute_optimal(compute, e, a, b, alpha, beta):
    G = (beta * b / (alpha * a)) ** (1 / (alpha + beta))
    n = G * compute ** (beta / (alpha + beta))
    d = compute / n
    return n, d, e + a / n**alpha + b / d**beta
