import torch
from torch import nn


class Sampler(nn.Module):
    def __init__(self, betas):
        super().__init__()
        alphas = 1.0 - betas
        bar = torch.cumprod(alphas, dim=0)
        self.register_buffer("inv_root", alphas.rsqrt())
        self.register_buffer("eps_factor", betas / torch.sqrt(1.0 - bar))
        sigma = betas.sqrt().clone()
        sigma[0] = 0.0
        self.register_buffer("sigma", sigma)

    @torch.no_grad()
    def forward(self, x, eps, t, z):
        z = torch.zeros_like(x) if z is None else z
        return self.inv_root[t] * (x - self.eps_factor[t] * eps) + self.sigma[t] * z


def ddpm_step(x_t, eps, t, betas, z):
    return Sampler(betas)(x_t, eps, t, z)
