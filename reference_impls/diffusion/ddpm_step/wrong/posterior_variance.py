# slip: posterior-variance
import torch


def ddpm_step(x_t, eps, t, betas, z):
    alphas = 1 - betas
    bar = torch.cumprod(alphas, 0)
    mean = 1 / torch.sqrt(alphas[t]) * (x_t - betas[t] / torch.sqrt(1 - bar[t]) * eps)
    if t == 0:
        return mean
    var = betas[t] * (1 - bar[t - 1]) / (1 - bar[t])
    return mean + torch.sqrt(var) * z
