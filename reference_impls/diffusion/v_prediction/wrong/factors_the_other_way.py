# slip: back-eps-factors-swapped
import math


def to_v(x0, eps, alpha_bar):
    return math.sqrt(alpha_bar) * eps - math.sqrt(1 - alpha_bar) * x0


def from_v(x_t, v, alpha_bar):
    a, s = math.sqrt(alpha_bar), math.sqrt(1 - alpha_bar)
    return a * x_t - s * v, a * x_t + s * v
