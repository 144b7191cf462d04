# slip: direction-with-eta-not-squared
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    ab_t, ab_prev = float(ab_t), float(ab_prev)
    variance = (1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev)
    x0 = (x_t - math.sqrt(1 - ab_t) * eps) / math.sqrt(ab_t)
    direction = math.sqrt(max(1 - ab_prev - eta * variance, 0.0)) * eps
    x_prev = math.sqrt(ab_prev) * x0 + direction
    if eta > 0:
        x_prev = x_prev + eta * math.sqrt(variance) * z
    return x_prev
