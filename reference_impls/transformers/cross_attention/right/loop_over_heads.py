import math

import torch
from torch import nn


class CrossAttention(nn.Module):
    """One head after the other, each with its own rows of the weights; the output is summed up."""

    def __init__(self, d_model: int, d_context: int, n_heads: int):
        super().__init__()
        if d_model % n_heads:
            raise ValueError(f"{d_model=} is no multiple of {n_heads=}")
        self.n_heads = n_heads
        self.q = nn.Linear(d_model, d_model)
        self.k = nn.Linear(d_context, d_model)
        self.v = nn.Linear(d_context, d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, context, mask=None):
        B, T, D = x.shape
        S = context.shape[1]
        width = D // self.n_heads
        allowed = None if mask is None else mask.ne(0).expand(B, self.n_heads, T, S)
        y = self.out.bias.expand(B, T, D)
        for h in range(self.n_heads):
            rows = slice(h * width, (h + 1) * width)
            q = x @ self.q.weight[rows].T + self.q.bias[rows]
            k = context @ self.k.weight[rows].T + self.k.bias[rows]
            v = context @ self.v.weight[rows].T + self.v.bias[rows]
            s = q @ k.transpose(1, 2) / math.sqrt(width)
            if allowed is not None:
                s = s.masked_fill(~allowed[:, h], float("-inf"))
            e = (s - s.max(dim=-1, keepdim=True).values).exp()
            y = y + (e / e.sum(-1, keepdim=True)) @ v @ self.out.weight[:, rows].T
        return y
