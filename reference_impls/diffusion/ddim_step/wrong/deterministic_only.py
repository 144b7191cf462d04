# slip: eta-ignored
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    pred_x0 = (x_t - math.sqrt(1 - ab_t) * eps) / math.sqrt(ab_t)
    return math.sqrt(ab_prev) * pred_x0 + math.sqrt(1 - ab_prev) * eps
