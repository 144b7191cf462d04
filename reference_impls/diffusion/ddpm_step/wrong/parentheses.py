# slip: only-x-divided
import torch


def ddpm_step(x_t, eps, t, betas, z):
    alphas = 1 - betas
    bar = torch.cumprod(alphas, 0)
    mean = 1 / torch.sqrt(alphas[t]) * x_t - betas[t] / torch.sqrt(1 - bar[t]) * eps
    noise = 0 if t == 0 else torch.sqrt(betas[t]) * z
    return mean + noise
