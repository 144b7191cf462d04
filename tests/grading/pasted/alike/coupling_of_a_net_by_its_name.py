# problem: affine-coupling
class Coupling:
    def __init__(self, net):
        self.net = net

    def forward(self, z):
        kept, moved = z.chunk(2, dim=-1)
        s, t = self.net(kept).chunk(2, dim=-1)
        return torch.cat([kept, moved * s.exp() + t], dim=-1), s.sum(-1)

    def inverse(self, x):
        kept, moved = x.chunk(2, dim=-1)
        s, t = self.net(kept).chunk(2, dim=-1)
        return torch.cat([kept, (moved - t) * (-s).exp()], dim=-1), -s.sum(-1)
