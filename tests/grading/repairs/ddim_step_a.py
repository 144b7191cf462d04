# planted: eta-not-squared, direction-subtracted, sigma-not-rooted
# left: none
import torch


def ddim_step(x_t, eps, ab_t, ab_prev, eta=0.0, z=None):
    ab_t = torch.as_tensor(ab_t, dtype=x_t.dtype)
    ab_prev = torch.as_tensor(ab_prev, dtype=x_t.dtype)
    sigma = eta * torch.sqrt((1 - ab_prev) / (1 - ab_t)) * torch.sqrt(1 - ab_t / ab_prev)
    clean = (x_t - torch.sqrt(1 - ab_t) * eps) / torch.sqrt(ab_t)
    out = torch.sqrt(ab_prev) * clean + torch.sqrt(1 - ab_prev - sigma * sigma) * eps
    return out if z is None else out + sigma * z
