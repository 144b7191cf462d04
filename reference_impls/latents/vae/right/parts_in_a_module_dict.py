import torch
import torch.nn as nn


class VAE(nn.Module):
    def __init__(self, enc, dec):
        super().__init__()
        self.parts = nn.ModuleDict({"enc": enc, "dec": dec})
    def forward(self, x):
        B = x.size(0)
        mu, ls = self.parts["enc"](x).view(B, 2, -1).unbind(1)
        eps = torch.randn(*mu.shape).to(mu)
        x_rec = self.parts["dec"](eps.mul(ls.exp()).add(mu))
        e = (x_rec - x).reshape(B, -1).norm(dim=1) ** 2
        kl = ((mu.square() + (ls.exp().square() - 1)) / 2 - ls).sum(1)
        return (e + kl).mean(), x_rec
