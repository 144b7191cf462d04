# slip: without-the-6
def compute_optimal(compute, e, a, b, alpha, beta):
    s = alpha + beta
    n = (alpha * a / beta / b) ** (1 / s) * compute ** (beta / s)
    d = compute / n
    return n, d, e + a / n**alpha + b / d**beta
