# slip: noise-inside-the-division
import torch


def ddpm_step(x_t, eps, t, betas, z):
    ab = torch.cumprod(1 - betas, 0)[t]
    x = x_t - betas[t] / torch.sqrt(1 - ab) * eps
    if t > 0:
        x = x + torch.sqrt(betas[t]) * z
    return x / torch.sqrt(1 - betas[t])
