# slip: direction-without-sigma
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    sigma = eta * math.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev))
    x0 = (x_t - math.sqrt(1 - ab_t) * eps) / math.sqrt(ab_t)
    x = math.sqrt(ab_prev) * x0 + math.sqrt(1 - ab_prev) * eps
    if eta > 0:
        x = x + sigma * z
    return x
