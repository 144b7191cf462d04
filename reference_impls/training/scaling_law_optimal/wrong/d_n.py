# slip: tokens-first
def compute_optimal(compute, e, a, b, alpha, beta):
    s = alpha + beta
    n = (alpha * a / (beta * b)) ** (1 / s) * (compute / 6) ** (beta / s)
    d = compute / 6 / n
    return d, n, e + a / n**alpha + b / d**beta
