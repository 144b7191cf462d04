import numpy as np


def compute_optimal(compute, e, a, b, alpha, beta):
    """Both powers of the paper, with exponents named a and b there."""
    g = np.power(alpha * a / (beta * b), 1 / (alpha + beta))
    exponent_n, exponent_d = beta / (alpha + beta), alpha / (alpha + beta)
    n_opt = g * np.power(compute / 6, exponent_n)
    d_opt = np.power(compute / 6, exponent_d) / g
    return n_opt, d_opt, e + a / n_opt**alpha + b / d_opt**beta
