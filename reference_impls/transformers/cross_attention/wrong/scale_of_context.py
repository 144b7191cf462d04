# slip: scale-by-d-context
import math, torch
from torch import nn
class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        if d_model % n_heads: raise ValueError
        self.n, self.dc = n_heads, d_context
        self.q, self.k, self.v, self.out = nn.Linear(d_model, d_model), nn.Linear(d_context, d_model), nn.Linear(d_context, d_model), nn.Linear(d_model, d_model)
    def forward(self, x, context, mask=None):
        f = lambda z: z.unflatten(-1, (self.n, -1)).transpose(1, 2)
        q, k, v = f(self.q(x)), f(self.k(context)), f(self.v(context))
        s = q @ k.mT / math.sqrt(self.dc)
        if mask is not None: s = s.masked_fill(mask == 0, -torch.inf)
        return self.out((s.softmax(-1) @ v).transpose(1, 2).flatten(2))
