import math


def compute_optimal(C, E, A, B, alpha, beta):
    def reducible(t):
        n = math.exp(t)
        return A / n**alpha + B / (C / (6 * n)) ** beta

    phi = (math.sqrt(5) - 1) / 2
    lo, hi = math.log(1e3), math.log(1e17)
    for _ in range(120):
        x, y = hi - phi * (hi - lo), lo + phi * (hi - lo)
        if reducible(x) < reducible(y):
            hi = y
        else:
            lo = x
    n = math.exp((lo + hi) / 2)
    return n, C / (6 * n), E + reducible((lo + hi) / 2)
