# slip: none
def compute_optimal(compute, e, a, b, alpha, beta):
    n = (a / b) ** (1 / (alpha + beta)) * (compute / 6) ** 0.5
    d = compute / 6 / n
    return n, d, e + a / n**alpha + b / d**beta
