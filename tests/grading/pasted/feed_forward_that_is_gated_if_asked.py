# problem: swiglu
# expect: invalid
# says: its gated is False by default
class FeedForward(nn.Module):
    def __init__(self, d_model, d_ff, gated=False, bias=True):
        super().__init__()
        self.layer1 = nn.Linear(d_model, d_ff, bias=bias)
        self.layer2 = nn.Linear(d_ff, d_model, bias=bias)
        self.gated = gated
        if gated:
            self.linear_v = nn.Linear(d_model, d_ff, bias=bias)

    def forward(self, x):
        hidden = F.silu(self.layer1(x))
        return self.layer2(hidden * self.linear_v(x) if self.gated else hidden)
