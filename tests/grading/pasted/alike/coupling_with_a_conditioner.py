# problem: affine-coupling
class AffineCoupling(nn.Module):
    def __init__(self, conditioner):
        super().__init__()
        self.conditioner = conditioner

    def forward(self, x):
        a, b = x.chunk(2, dim=-1)
        log_scale, shift = self.conditioner(a).chunk(2, dim=-1)
        return torch.cat([a, b * log_scale.exp() + shift], dim=-1), log_scale.sum(-1)

    def inverse(self, z):
        a, b = z.chunk(2, dim=-1)
        log_scale, shift = self.conditioner(a).chunk(2, dim=-1)
        return torch.cat([a, (b - shift) * (-log_scale).exp()], dim=-1), -log_scale.sum(-1)
