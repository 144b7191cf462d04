# slip: none
def compute_optimal(compute, e, a, b, alpha, beta):
    s = alpha + beta
    n = round((alpha * a / (beta * b)) ** (1 / s) * (compute / 6) ** (beta / s) / 1e6) * 1e6
    d = compute / 6 / n
    return n, d, e + a / n**alpha + b / d**beta
