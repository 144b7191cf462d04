# problem: swiglu
# expect: fail
# says: are layers with the weights that the problem gives
class GatedMLP(nn.Module):
    def __init__(self, up: nn.Linear, gate: nn.Linear, down: nn.Linear):
        super().__init__()
        self.up_layer, self.gate_layer, self.down_layer = up, gate, down

    def forward(self, x):
        return self.down_layer(self.gate_layer(x) * F.silu(self.up_layer(x)))
