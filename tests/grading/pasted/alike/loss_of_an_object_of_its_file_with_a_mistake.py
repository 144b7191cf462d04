# problem: ddpm-loss
# expect: fail
# says: 1 - ᾱ_t
import torch
from torch import nn


def linear_betas(steps, first=1e-4, last=0.02):
    return torch.linspace(first, last, steps)


class NoiseSchedule:
    def __init__(self, num_steps=1000, kind="linear"):
        self.num_steps = num_steps
        if kind == "linear":
            betas = linear_betas(num_steps)
        else:
            raise ValueError(kind)
        self.betas = betas
        bar = torch.cumprod(1.0 - betas, dim=0)
        self.signal = torch.sqrt(bar)
        self.spread = 1.0 - bar

    def add_noise(self, x0, t, noise):
        axes = [1] * (x0.dim() - 1)
        return self.signal[t].reshape(-1, *axes) * x0 + self.spread[t].reshape(-1, *axes) * noise


def training_loss(model, x0, diffusion, t=None):
    if t is None:
        t = torch.randint(0, diffusion.num_steps, (x0.shape[0],), device=x0.device)
    noise = torch.randn_like(x0)
    predicted = model(diffusion.add_noise(x0, t, noise), t)
    return nn.functional.mse_loss(predicted, noise)
