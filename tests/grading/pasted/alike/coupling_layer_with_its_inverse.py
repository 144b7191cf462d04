# problem: affine-coupling
# says: Coupling is graded as coupling_forward
# says: Coupling.inverse is graded as coupling_inverse
class Coupling(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def scale_and_shift(self, kept):
        return self.net(kept).chunk(2, dim=-1)

    def forward(self, x):
        kept, moved = x.chunk(2, dim=-1)
        s, t = self.scale_and_shift(kept)
        return torch.cat([kept, moved * s.exp() + t], dim=-1), s.sum(-1)

    def inverse(self, y):
        kept, moved = y.chunk(2, dim=-1)
        s, t = self.scale_and_shift(kept)
        return torch.cat([kept, (moved - t) * (-s).exp()], dim=-1), -s.sum(-1)
