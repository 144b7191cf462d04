# problem: affine-coupling
# expect: error
# says: only 1 value in
# not: side by side
import torch
from torch import nn

class AffineCoupling(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x):
        x1, x2 = x.chunk(2, dim=1)
        s, t = self.net(x1)
        z2 = x2 * torch.exp(s) + t
        return torch.cat([x1, z2], dim=1), s.sum(dim=1)

    @torch.no_grad()
    def inverse(self, z):
        z1, z2 = z.chunk(2, dim=1)
        s, t = self.net(z1)
        x2 = (z2 - t) * torch.exp(-s)
        return torch.cat([z1, x2], dim=1), -s.sum(dim=1)
