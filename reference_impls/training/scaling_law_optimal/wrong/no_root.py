# slip: G-without-root
def compute_optimal(compute, e, a, b, alpha, beta):
    s = alpha + beta
    n = (alpha * a / (beta * b)) * (compute / 6) ** (beta / s)
    d = compute / 6 / n
    return n, d, e + a / n**alpha + b / d**beta
