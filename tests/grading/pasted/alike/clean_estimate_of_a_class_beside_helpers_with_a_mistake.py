# problem: tweedie-x0
# expect: fail
# says: GaussianDiffusion.predict_start_from_noise is graded as predict_x0
import numpy as np
import torch
from torch import nn


def gathered(table, t, shape):
    return table.gather(-1, t).reshape(len(t), *((1,) * (len(shape) - 1)))


def noise_like(shape, device, repeat=False):
    if repeat:
        return torch.randn((1, *shape[1:]), device=device).repeat(shape[0], *((1,) * (len(shape) - 1)))
    return torch.randn(shape, device=device)


class GaussianDiffusion(nn.Module):
    def __init__(self, denoise_fn, *, image_size, timesteps=1000, betas=None):
        super().__init__()
        self.denoise_fn, self.image_size = denoise_fn, image_size
        betas = np.linspace(1e-4, 0.02, timesteps) if betas is None else betas
        levels = np.cumprod(1.0 - betas, axis=0)
        table = lambda values: torch.tensor(values, dtype=torch.float32)
        self.register_buffer("betas", table(betas))
        self.register_buffer("alphas_cumprod", table(levels))
        self.register_buffer("sqrt_recip_alphas_cumprod", table(np.sqrt(1.0 / levels)))
        self.register_buffer("sqrt_recipm1_alphas_cumprod", table(np.sqrt(1.0 / levels - 1)))

    def predict_start_from_noise(self, x_t, t, noise):
        scaled = gathered(self.sqrt_recip_alphas_cumprod, t, x_t.shape) * x_t
        return scaled - gathered(self.sqrt_recip_alphas_cumprod, t, x_t.shape) * noise
