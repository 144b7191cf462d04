# slip: direction-without-eta
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    ab_t, ab_prev = float(ab_t), float(ab_prev)
    sigma = math.sqrt((1 - ab_prev) / (1 - ab_t)) * math.sqrt(1 - ab_t / ab_prev)
    pred_x0 = (x_t - math.sqrt(1 - ab_t) * eps) / math.sqrt(ab_t)
    if eta == 0:
        return math.sqrt(ab_prev) * pred_x0 + math.sqrt(1 - ab_prev) * eps
    return math.sqrt(ab_prev) * pred_x0 + math.sqrt(1 - ab_prev - sigma**2) * eps + eta * sigma * z
