# problem: layer-norm
# expect: invalid
# not: 'float' object is not subscriptable
class LayerNorm(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.g = nn.Parameter(torch.ones(config['normalized']))
        self.b = nn.Parameter(torch.zeros(config['normalized']))

    def forward(self, x):
        m = x.mean(-1, keepdim=True)
        return (x - m) / (x.var(-1, keepdim=True, unbiased=False) + 1e-5).sqrt() * self.g + self.b
