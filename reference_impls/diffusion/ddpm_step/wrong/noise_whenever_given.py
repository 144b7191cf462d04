# slip: noise-at-the-last-step
import torch


def ddpm_step(x_t, eps, t, betas, z):
    a_bar = torch.cumprod(1 - betas, 0)[t]
    out = (x_t - betas[t] / (1 - a_bar).sqrt() * eps) / (1 - betas[t]).sqrt()
    if z is not None:
        out = out + betas[t].sqrt() * z
    return out
