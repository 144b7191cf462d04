# problem: affine-coupling
# says: Coupling is graded as coupling_inverse
class Coupling(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def forward(self, x, reverse=False):
        kept, moved = x.chunk(2, dim=1)
        s, t = self.net(kept).chunk(2, dim=1)
        moved = (moved - t) * torch.exp(-s) if reverse else moved * torch.exp(s) + t
        return torch.cat([kept, moved], dim=1), -s.sum(dim=1) if reverse else s.sum(dim=1)
