# slip: alpha-for-alpha-bar
import torch


def ddpm_step(x_t, eps, t, betas, z):
    alpha_t = 1 - betas[t]
    mean = (x_t - (1 - alpha_t) / torch.sqrt(1 - alpha_t) * eps) / torch.sqrt(alpha_t)
    return mean + torch.sqrt(betas[t]) * z if t > 0 else mean
