# slip: counted-from-one
import torch


def ddpm_step(x_t, eps, t, betas, z):
    alpha = 1 - betas[t]
    alpha_bar = torch.prod(1 - betas[: t + 1])
    x = (x_t - (1 - alpha) / torch.sqrt(1 - alpha_bar) * eps) / torch.sqrt(alpha)
    if t > 1:
        x = x + torch.sqrt(betas[t]) * z
    return x
