# problem: layer-norm
# expect: fail
# says: The problem also asks for eps: yours has no such parameter
# not: ignores the argument
class Norm(nn.Module):
    def __init__(self, emb_dim):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(emb_dim))
        self.shift = nn.Parameter(torch.zeros(emb_dim))

    def forward(self, x):
        centered = x - x.mean(-1, keepdim=True)
        return self.scale * centered / (centered.square().mean(-1, keepdim=True) + 1e-5).sqrt() + self.shift
