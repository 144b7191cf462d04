# slip: terms-balanced
def compute_optimal(compute, e, a, b, alpha, beta):
    k = compute / 6
    n = (a * k**beta / b) ** (1 / (alpha + beta))
    d = k / n
    return n, d, e + a / n**alpha + b / d**beta
