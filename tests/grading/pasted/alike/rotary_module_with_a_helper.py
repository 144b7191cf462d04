# problem: rope-half
# expect: fail
# says: Turned is graded as rope_half
# says: The problem also asks for offset: yours has no such parameter
def turn_half(x):
    first, second = x.chunk(2, dim=-1)
    return torch.cat([-second, first], dim=-1)


class Turned(nn.Module):
    def __init__(self, dim, base=10000.0):
        super().__init__()
        self.speeds = base ** (-torch.arange(0, dim, 2) / dim)

    def forward(self, x):
        angles = torch.outer(torch.arange(x.shape[-2]), self.speeds).repeat(1, 2)
        return (x * angles.cos() + turn_half(x) * angles.sin()).to(x.dtype)
