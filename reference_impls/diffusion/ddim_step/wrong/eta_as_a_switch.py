# slip: eta-as-a-switch
import math


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    """Wrong for eta=0.5, ab_t=0.5, ab_prev=0.8: sigma is 0.387, right is 0.194. Right for eta = 0 and eta = 1."""
    ab_t, ab_prev = float(ab_t), float(ab_prev)
    x0 = (x_t - math.sqrt(1 - ab_t) * eps) / math.sqrt(ab_t)
    if eta > 0:
        sigma = math.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev))
    else:
        sigma = 0.0
    x = math.sqrt(ab_prev) * x0 + math.sqrt(max(1 - ab_prev - sigma ** 2, 0.0)) * eps
    return x + sigma * z if sigma > 0 else x
