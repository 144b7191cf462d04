import math
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    ab_t, ab_prev = float(ab_t), float(ab_prev)
    sigma = eta * math.sqrt((1 - ab_prev) / (1 - ab_t)) * math.sqrt(1 - ab_t / ab_prev)
    x0_hat = (x_t - math.sqrt(1 - ab_t) * eps) / math.sqrt(ab_t)
    direction = math.sqrt(max(1 - ab_prev - sigma**2, 0.0)) * eps
    noise = sigma * z if eta > 0 else 0.0
    return math.sqrt(ab_prev) * x0_hat + direction + noise
