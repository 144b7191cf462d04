# slip: G-inverted
def compute_optimal(compute, e, a, b, alpha, beta):
    s = alpha + beta
    n = (beta * b / (alpha * a)) ** (1 / s) * (compute / 6) ** (beta / s)
    d = compute / 6 / n
    return n, d, e + a / n**alpha + b / d**beta
