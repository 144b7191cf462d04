# problem: sds-gradient
# expect: fail
# says: without a graph
# says: detach
# not: Only
import torch
import torch.nn as nn


class Distiller(nn.Module):
    def __init__(self, unet, alphas_cumprod, guidance_scale=100.0):
        super().__init__()
        self.unet = unet
        self.levels = alphas_cumprod
        self.guidance_scale = guidance_scale

    def train_step(self, latents, t, noise, text_embeddings):
        ones = [1] * (latents.dim() - 1)
        with torch.no_grad():
            level = self.levels[t].view(-1, *ones).to(latents.dtype)
            noisy = level.sqrt() * latents + (1 - level).sqrt() * noise
            with_text = self.unet(noisy, t, text_embeddings)
            without = self.unet(noisy, t, None)
        guided = without + self.guidance_scale * (with_text - without)
        return (1 - level) * (guided - noise)
