# slip: exponents-exchanged
def compute_optimal(compute, e, a, b, alpha, beta):
    s = alpha + beta
    g = (alpha * a / beta / b) ** (1 / s)
    n = g * (compute / 6) ** (alpha / s)
    d = compute / 6 / n
    return n, d, e + a / n**alpha + b / d**beta
