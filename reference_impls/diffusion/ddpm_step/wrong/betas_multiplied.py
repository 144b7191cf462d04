# slip: product-of-betas
import torch


def ddpm_step(x_t, eps, t, betas, z):
    a_bar = torch.cumprod(betas, dim=0)
    x = (x_t - betas[t] / torch.sqrt(1 - a_bar[t]) * eps) / torch.sqrt(1 - betas[t])
    return x + torch.sqrt(betas[t]) * z if t > 0 else x
