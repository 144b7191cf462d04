# problem: affine-coupling
from torch import nn


class Coupling(nn.Module):
    def __init__(self, st, clip=None):
        super().__init__()
        self.st, self.clip = st, clip

    def _st(self, half):
        s, t = self.st(half).chunk(2, dim=-1)
        return (s if self.clip is None else self.clip * torch.tanh(s)), t

    def forward(self, z):
        kept, moved = z.chunk(2, dim=-1)
        s, t = self._st(kept)
        return torch.cat([kept, moved * s.exp() + t], dim=-1), s.sum(-1)

    def inverse(self, x):
        kept, moved = x.chunk(2, dim=-1)
        s, t = self._st(kept)
        return torch.cat([kept, (moved - t) * (-s).exp()], dim=-1), -s.sum(-1)
