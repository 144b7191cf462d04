# slip: x0-returned
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    return (x_t - math.sqrt(1 - ab_t) * eps) / math.sqrt(ab_t)
