# slip: x0-noised-by-one-step
import torch


def ddpm_step(x_t, eps, t, betas, z):
    alphas = 1 - betas
    bar = torch.cumprod(alphas, dim=0)
    x0 = (x_t - torch.sqrt(1 - bar[t]) * eps) / torch.sqrt(bar[t])
    if t == 0:
        return x0
    return torch.sqrt(alphas[t]) * x0 + torch.sqrt(betas[t]) * z
