# slip: first-axis-only
import torch
from torch import nn
class VAE(nn.Module):
    def __init__(self, enc, dec): super().__init__(); self.enc, self.dec = enc, dec
    def forward(self, x):
        mu, s = self.enc(x).chunk(2, 1); r = self.dec(mu + s.exp() * torch.randn_like(mu))
        return ((r - x) ** 2).sum(1).mean() + (.5 * (mu ** 2 + (2 * s).exp() - 1) - s).sum(1).mean(), r
