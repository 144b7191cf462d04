import math


def to_v(x0, eps, alpha_bar):
    return math.sqrt(alpha_bar) * eps - math.sqrt(1 - alpha_bar) * x0


def from_v(x_t, v, alpha_bar):
    x0 = math.sqrt(alpha_bar) * x_t - math.sqrt(1 - alpha_bar) * v
    eps = (x_t - math.sqrt(alpha_bar) * x0) / math.sqrt(1 - alpha_bar)
    return x0, eps
