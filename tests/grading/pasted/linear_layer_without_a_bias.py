# problem: linear-layer
# expect: fail
# says: Your code has no bias among its parameters
# not: keeps the bias
class Linear(nn.Module):
    def __init__(self, in_features, out_features, dtype=None):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(out_features, in_features, dtype=dtype))
        nn.init.trunc_normal_(self.weight, std=0.02, a=-0.06, b=0.06)

    def forward(self, x):
        return x @ self.weight.T
