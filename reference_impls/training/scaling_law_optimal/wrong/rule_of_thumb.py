# slip: twenty-tokens-per-parameter
def compute_optimal(compute, e, a, b, alpha, beta):
    n = (compute / 120) ** 0.5
    d = 20 * n
    return n, d, e + a / n**alpha + b / d**beta
