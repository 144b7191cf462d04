# problem: sds-gradient
# expect: fail
import torch
from torch import nn


class Guidance(nn.Module):
    def __init__(self, unet, alphas_cumprod):
        super().__init__()
        self.unet, self.levels = unet, alphas_cumprod

    def of_each(self, values, latents):
        return values.to(latents.dtype).reshape(-1, *[1] * (latents.dim() - 1))

    @torch.no_grad()
    def grad(self, text_embeddings, latents, t, noise, guidance_scale=100.0):
        level = self.of_each(self.levels[t], latents)
        noisy = level.sqrt() * latents + (1 - level).sqrt() * noise
        told, untold = self.unet(noisy, t, text_embeddings), self.unet(noisy, t, None)
        return (1 - level) * (untold + guidance_scale * (told - untold) + noise)
