# slip: maximum-over-hidden-guarded
import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.h = n_heads
        self.dk = d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = (t.view(B, T, self.h, self.dk).transpose(1, 2) for t in self.qkv(x).split(D, dim=2))
        s = torch.matmul(q, k.transpose(2, 3)) / math.sqrt(self.dk)
        e = torch.exp(s - s.max(-1, keepdim=True).values)
        if mask is not None:
            e = e.masked_fill(mask == 0, 0)
        w = e / (e.sum(-1, keepdim=True) + 1e-12)
        return self.out(torch.matmul(w, v).transpose(1, 2).flatten(2))
