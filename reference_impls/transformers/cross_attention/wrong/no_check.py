# slip: any-number-of-heads
import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        self.n_heads = n_heads
        self.head_dim = d_model // n_heads
        self.q = nn.Linear(d_model, d_model)
        self.k = nn.Linear(d_context, d_model)
        self.v = nn.Linear(d_context, d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, context, mask=None):
        B, T, D = x.shape
        q, k, v = (z.view(B, -1, self.n_heads, self.head_dim).transpose(1, 2) for z in (self.q(x), self.k(context), self.v(context)))
        s = q @ k.transpose(-2, -1) * self.head_dim ** -0.5
        if mask is not None:
            s = s.masked_fill(~mask.bool(), float("-inf"))
        return self.out((s.softmax(dim=-1) @ v).transpose(1, 2).reshape(B, T, D))
