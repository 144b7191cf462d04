# slip: square-roots
def compute_optimal(compute, e, a, b, alpha, beta):
    n = d = (compute / 6) ** 0.5
    return n, d, e + a / n**alpha + b / d**beta
