# slip: bias-of-values-left-out
import math

import torch
import torch.nn.functional as F
from torch import nn


class MultiHeadAttention(nn.Module):
    """Wrong whenever qkv.bias is not 0 in its last third, i.e. already with the default initialisation of nn.Linear. Right for zero biases."""

    def __init__(self, d_model, n_heads):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("d_model % n_heads != 0")
        self.H, self.dh = n_heads, d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        wq, wk, wv = self.qkv.weight.chunk(3, dim=0)
        bq, bk, _ = self.qkv.bias.chunk(3)
        split = lambda t: t.reshape(B, T, self.H, self.dh).transpose(1, 2)
        q = split(F.linear(x, wq, bq))
        k = split(F.linear(x, wk, bk))
        v = split(F.linear(x, wv))
        att = q @ k.mT / math.sqrt(self.dh)
        if mask is not None:
            att = att.masked_fill(~mask.bool(), -torch.inf)
        y = att.softmax(-1) @ v
        return self.out(y.transpose(1, 2).reshape(B, T, D))
