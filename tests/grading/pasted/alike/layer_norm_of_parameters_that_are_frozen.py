# problem: layer-norm
# expect: fail
# says: no gradient reaches gamma
# not: a parameter of gamma
class LayerNorm(nn.Module):
    def __init__(self, gamma, beta, eps=1e-5):
        super().__init__()
        self.gamma = nn.Parameter(gamma, requires_grad=False)
        self.beta = nn.Parameter(beta)
        self.eps = eps

    def forward(self, x):
        centred = x - x.mean(-1, keepdim=True)
        return centred / torch.sqrt((centred**2).mean(-1, keepdim=True) + self.eps) * self.gamma + self.beta
