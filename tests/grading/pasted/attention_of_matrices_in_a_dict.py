# problem: multi-head-attention
# says: your weights.wo, weights.bo as out; your weights.wq, weights.bq, weights.wk, weights.bk, weights.wv, weights.bv as qkv
class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        if width % heads:
            raise ValueError("the heads have to divide the width")
        self.heads = heads
        self.weights = nn.ParameterDict()
        for name in "qkvo":
            self.weights["w" + name] = nn.Parameter(torch.empty(width, width).normal_(std=width**-0.5))
            self.weights["b" + name] = nn.Parameter(torch.zeros(width))

    def split(self, x, name):
        return (x @ self.weights["w" + name] + self.weights["b" + name]).unflatten(-1, (self.heads, -1)).transpose(1, 2)

    def forward(self, x, mask=None):
        q, k, v = (self.split(x, name) for name in "qkv")
        scores = q @ k.mT * q.shape[-1] ** -0.5
        if mask is not None:
            scores = torch.where(mask.bool(), scores, -torch.inf)
        mixed = (scores.softmax(-1) @ v).transpose(1, 2).flatten(2)
        return mixed @ self.weights["wo"] + self.weights["bo"]
