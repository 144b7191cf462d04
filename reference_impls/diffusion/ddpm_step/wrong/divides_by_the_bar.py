# slip: divided-by-alpha-bar
import torch
def ddpm_step(x_t, eps, t, betas, z):
    abar = (1 - betas).cumprod(0)[t]
    mean = abar.rsqrt() * (x_t - betas[t] * (1 - abar).rsqrt() * eps)
    return mean if t == 0 else mean + betas[t].sqrt() * z
