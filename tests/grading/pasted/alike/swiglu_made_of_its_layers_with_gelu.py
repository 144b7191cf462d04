# problem: swiglu
# expect: fail
# says: are layers with the weights that the problem gives
class GatedMLP(nn.Module):
    def __init__(self, *, gate_proj: nn.Module, down_proj: nn.Module, up_proj: nn.Module | None = None, act=nn.GELU()):
        super().__init__()
        self.gate = gate_proj
        self.down = down_proj
        self.up = up_proj
        self.act = act

    def forward(self, x):
        hidden = self.act(self.gate(x))
        if self.up is not None:
            hidden = self.up(x) * hidden
        return self.down(hidden)
