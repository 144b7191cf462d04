# slip: ddim
import torch


def ddpm_step(x_t, eps, t, betas, z):
    ab = torch.cumprod(1 - betas, 0)
    x0 = (x_t - torch.sqrt(1 - ab[t]) * eps) / torch.sqrt(ab[t])
    if t == 0:
        return x0
    return torch.sqrt(ab[t - 1]) * x0 + torch.sqrt(1 - ab[t - 1]) * eps
