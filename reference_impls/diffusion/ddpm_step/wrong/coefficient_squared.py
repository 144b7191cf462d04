# slip: denominator-not-rooted
import torch
def ddpm_step(x_t, eps, t, betas, z):
    a, ab = 1 - betas, torch.cumprod(1 - betas, -1)
    mu = (x_t - (1 - a[t]) / (1 - ab[t]) * eps) / a[t].sqrt()
    return mu + (betas[t].sqrt() * z if t else 0)
