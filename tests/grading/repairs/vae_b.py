# planted: encodes-flattened, decoded-through-sigmoid, decodes-twice
# left: decoded-through-sigmoid, decodes-twice
import torch
from torch import nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.enc = enc
        self.dec = dec

    def forward(self, x):
        mu, log_sigma = torch.tensor_split(self.enc(x), 2, dim=1)
        z = torch.normal(torch.zeros_like(mu), torch.ones_like(mu)) * torch.exp(log_sigma) + mu
        rec = ((x - self.dec(z)) ** 2).reshape(len(x), -1).sum(1)
        kl = 0.5 * (mu**2 + torch.exp(2 * log_sigma) - 1 - 2 * log_sigma).sum(1)
        return (rec + kl).sum() / len(x), torch.sigmoid(self.dec(z))
