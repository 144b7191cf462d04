# problem: swiglu
# says: one matrix of yours holds w_gate and then w_up
class SwiGLUFFN(nn.Module):
    def __init__(self, in_features, hidden_features, out_features):
        super().__init__()
        self.w12 = nn.Linear(in_features, 2 * hidden_features, bias=False)
        self.w3 = nn.Linear(hidden_features, out_features, bias=False)
    def forward(self, x):
        x12 = self.w12(x)
        x1, x2 = x12.chunk(2, dim=-1)
        return self.w3(F.silu(x1) * x2)
