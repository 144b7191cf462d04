# problem: layer-norm
# expect: fail
# says: doesn't multiply by `gamma`
class LayerNorm(nn.Module):
    def __init__(self, gamma, beta, eps=1e-5):
        super().__init__()
        self.gamma = nn.Parameter(torch.ones_like(gamma))
        self.beta = nn.Parameter(beta)
        self.eps = eps
    def forward(self, x):
        mu = x.mean(-1, keepdim=True)
        var = x.var(-1, keepdim=True, unbiased=False)
        return (x - mu) / torch.sqrt(var + self.eps) * self.gamma + self.beta
