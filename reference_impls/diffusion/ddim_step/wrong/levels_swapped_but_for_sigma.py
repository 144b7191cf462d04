# slip: levels-swapped-but-for-sigma
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    x0 = (x_t - math.sqrt(1 - ab_prev) * eps) / math.sqrt(ab_prev)
    sigma = eta * math.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev))
    out = math.sqrt(ab_t) * x0 + math.sqrt(1 - ab_t - sigma ** 2) * eps
    if eta > 0: out = out + sigma * z
    return out
