# slip: none
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    sigma = eta * torch.sqrt((1 - ab_prev) / (1 - ab_t) * (1 - ab_t / ab_prev))
    x0 = (x_t - torch.sqrt(1 - ab_t) * eps) / torch.sqrt(ab_t)
    out = torch.sqrt(ab_prev) * x0 + torch.sqrt(1 - ab_prev - sigma**2) * eps
    return out if z is None else out + sigma * z
