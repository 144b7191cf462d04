# problem: forward-diffuse
# says: your sqrt_alphas_cumprod and sqrt_one_minus_alphas_cumprod are made of the schedule that the problem gives
import torch


def cosine_tables(T, s=0.008):
    f = torch.cos((torch.arange(T + 1) / T + s) / (1 + s) * torch.pi / 2) ** 2
    alphas_cumprod = f[1:] / f[0]
    return alphas_cumprod.sqrt(), (1 - alphas_cumprod).sqrt()


def add_noise(x0, t, sqrt_alphas_cumprod, sqrt_one_minus_alphas_cumprod, noise=None):
    noise = torch.randn_like(x0) if noise is None else noise
    axes = [1] * (x0.dim() - 1)
    signal = sqrt_alphas_cumprod[t].to(x0.device).view(-1, *axes)
    spread = sqrt_one_minus_alphas_cumprod[t].to(x0.device).view(-1, *axes)
    return signal * x0 + spread * noise, noise
