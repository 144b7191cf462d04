# problem: rope-half
# expect: fail
# says: right for what it covers
# says: The problem also asks for offset: yours has no such parameter.
# not: also needs
class Rotary(nn.Module):
    def __init__(self, dim, base=10000.0):
        super().__init__()
        self.register_buffer("rates", 1.0 / base ** (torch.arange(0, dim, 2).float() / dim))

    def forward(self, xq, xk):
        angles = torch.outer(torch.arange(xq.shape[-2]).float(), self.rates)
        cos, sin = angles.cos().repeat(1, 2), angles.sin().repeat(1, 2)
        halves = [torch.cat((-x[..., x.shape[-1] // 2 :], x[..., : x.shape[-1] // 2]), dim=-1) for x in (xq, xk)]
        return tuple((x * cos + half * sin).type_as(x) for x, half in zip((xq, xk), halves))
