# slip: alpha-bar-of-the-level-before
import torch


def ddpm_step(x_t, eps, t, betas, z):
    alpha_bar = torch.prod(1 - betas[:t])
    mean = (x_t - betas[t] / torch.sqrt(1 - alpha_bar) * eps) / torch.sqrt(1 - betas[t])
    return mean + torch.sqrt(betas[t]) * z if t > 0 else mean
