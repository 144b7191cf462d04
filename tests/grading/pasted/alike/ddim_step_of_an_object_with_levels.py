# problem: ddim-step
# says: your t and prev_t are indices of a schedule that holds the levels that the problem gives
import torch


class DDIM:
    def __init__(self, num_steps=1000, beta_start=1e-4, beta_end=0.02):
        betas = torch.linspace(beta_start, beta_end, num_steps)
        self.alphas_cumprod = torch.cumprod(1 - betas, dim=0)

    @torch.no_grad()
    def step(self, x, eps, t, prev_t, eta=0.0, z=None):
        a, b = self.alphas_cumprod[t], self.alphas_cumprod[prev_t]
        x0 = (x - (1 - a).sqrt() * eps) / a.sqrt()
        sigma = eta * ((1 - b) / (1 - a)).sqrt() * (1 - a / b).sqrt()
        x = b.sqrt() * x0 + (1 - b - sigma**2).sqrt() * eps
        return x if z is None else x + sigma * z
