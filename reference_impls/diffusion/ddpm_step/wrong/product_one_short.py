# slip: alpha-bar-of-the-level-before-but-for-the-first
import torch

def ddpm_step(x_t, eps, t, betas, z):
    alphas = 1 - betas
    ab = alphas[:max(t, 1)].prod()
    x = x_t - betas[t] / torch.sqrt(1 - ab) * eps
    x = x / torch.sqrt(alphas[t])
    if t != 0:
        x = x + torch.sqrt(betas[t]) * z
    return x
