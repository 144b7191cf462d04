import torch
import torch.nn as nn


from dataclasses import dataclass


@dataclass
class Latent:
    mu: torch.Tensor
    log_sigma: torch.Tensor

    def sample(self):
        return torch.normal(torch.zeros_like(self.mu), 1.0) * self.log_sigma.exp() + self.mu

    def kl(self):
        return (0.5 * (self.mu.pow(2) + self.log_sigma.exp().pow(2)) - self.log_sigma - 0.5).sum(dim=1)


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc, self.dec = enc, dec

    def forward(self, x):
        q = Latent(*self.enc(x).chunk(2, 1))
        x_rec = self.dec(q.sample())
        return [torch.einsum("bi,bi->b", (x - x_rec).flatten(1), (x - x_rec).flatten(1)).add(q.kl()).mean(), x_rec]
