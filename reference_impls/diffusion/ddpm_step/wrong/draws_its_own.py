# slip: none
import torch


def ddpm_step(x_t, eps, t, betas, z):
    ab = torch.cumprod(1 - betas, 0)[t]
    mean = (x_t - betas[t] / torch.sqrt(1 - ab) * eps) / torch.sqrt(1 - betas[t])
    if t > 0:
        mean = mean + torch.sqrt(betas[t]) * torch.randn_like(x_t)
    return mean
