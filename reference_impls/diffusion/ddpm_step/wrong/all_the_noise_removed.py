# slip: whole-noise-removed
import torch


def ddpm_step(x_t, eps, t, betas, z):
    ab = torch.cumprod(1 - betas, 0)
    x = (x_t - torch.sqrt(1 - ab[t]) * eps) / torch.sqrt(1 - betas[t])
    if t > 0:
        x += torch.sqrt(betas[t]) * z
    return x
