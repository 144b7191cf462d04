# problem: affine-coupling
# expect: invalid
# says: Coupling can only be made with width, hidden: write its method as a function
class Coupling(nn.Module):
    def __init__(self, width, hidden):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(width // 2, hidden), nn.ReLU(), nn.Linear(hidden, width))

    def forward(self, x):
        a, b = x.chunk(2, dim=-1)
        log_scale, shift = self.net(a).chunk(2, dim=-1)
        return torch.cat([a, b * log_scale.exp() + shift], dim=-1), log_scale.sum(-1)

    def reverse(self, z):
        a, b = z.chunk(2, dim=-1)
        log_scale, shift = self.net(a).chunk(2, dim=-1)
        return torch.cat([a, (b - shift) * (-log_scale).exp()], dim=-1)
