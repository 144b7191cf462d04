# slip: maximum-over-hidden-guarded
import math, torch
from torch import nn
class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.H = n_heads
        self.q, self.out = (nn.Linear(d_model, d_model) for _ in range(2))
        self.k, self.v = (nn.Linear(d_context, d_model) for _ in range(2))
    def forward(self, x, context, mask=None):
        q, k, v = (t.unflatten(-1, (self.H, -1)).transpose(1, 2) for t in (self.q(x), self.k(context), self.v(context)))
        w = torch.softmax(q @ k.mT / math.sqrt(q.size(-1)), -1)
        if mask is not None:
            w = w * (mask != 0).to(w.dtype)
            w = w / (w.sum(-1, keepdim=True) + 1e-12)
        return self.out((w @ v).transpose(1, 2).flatten(2))
