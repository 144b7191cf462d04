# slip: back-eps-of-the-x0-formula
import math


def to_v(x0, eps, alpha_bar):
    return math.sqrt(alpha_bar) * eps - math.sqrt(1 - alpha_bar) * x0


def from_v(x_t, v, alpha_bar):
    a, s = math.sqrt(alpha_bar), math.sqrt(1 - alpha_bar)
    x0 = a * x_t - s * v
    eps = (x_t - x0) / s
    return x0, eps
