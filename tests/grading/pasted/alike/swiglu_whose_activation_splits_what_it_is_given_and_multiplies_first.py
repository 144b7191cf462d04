# problem: swiglu
# expect: fail
class GatedSiLU(nn.Module):
    def forward(self, both):
        value, gate = both.chunk(2, dim=-1)
        return F.silu(value * gate)


class GatedMLP(nn.Module):
    def __init__(self, width, inner, width_out):
        super().__init__()
        self.layers = nn.Sequential(
            nn.Linear(width, 2 * inner, bias=False),
            GatedSiLU(),
            nn.Linear(inner, width_out, bias=False),
        )

    def forward(self, tokens):
        return self.layers(tokens)
