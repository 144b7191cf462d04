import torch


def ddpm_step(x_t, eps, t, betas, z):
    # as most libraries have it: estimate x0, then the mean of q(x_{t-1} | x_t, x0)
    alphas_cumprod = torch.cumprod(1.0 - betas, dim=0)
    a_t = alphas_cumprod[t]
    a_prev = alphas_cumprod[t - 1] if t > 0 else torch.ones_like(a_t)
    x0 = (x_t - (1 - a_t).sqrt() * eps) / a_t.sqrt()
    mean = a_prev.sqrt() * betas[t] / (1 - a_t) * x0 + (1 - betas[t]).sqrt() * (1 - a_prev) / (1 - a_t) * x_t
    noise = betas[t].sqrt() * z if t > 0 else torch.zeros_like(x_t)
    return mean + noise
