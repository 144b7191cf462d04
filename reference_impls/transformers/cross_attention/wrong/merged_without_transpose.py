# slip: heads-not-transposed-back
import math, torch
from torch import nn
class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.H, self.d = n_heads, d_model // n_heads
        self.q, self.k, self.v, self.out = nn.Linear(d_model, d_model), nn.Linear(d_context, d_model), nn.Linear(d_context, d_model), nn.Linear(d_model, d_model)
    def forward(self, x, context, mask=None):
        B, T, D = x.shape; S = context.shape[1]
        q = self.q(x).view(B, T, self.H, self.d).transpose(1, 2)
        k = self.k(context).view(B, S, self.H, self.d).transpose(1, 2)
        v = self.v(context).view(B, S, self.H, self.d).transpose(1, 2)
        s = q @ k.mT / math.sqrt(self.d)
        if mask is not None: s = s.masked_fill(mask == 0, float("-inf"))
        return self.out((s.softmax(-1) @ v).contiguous().view(B, T, D))
