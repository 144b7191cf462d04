# problem: multi-head-attention
# expect: fail
# says: Your code takes the softmax over the queries.
# says: Your code accepts a `d_model` that is not divisible by `n_heads`.
import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        self.n_heads, self.width = n_heads, d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = (part.view(B, T, self.n_heads, self.width).transpose(1, 2) for part in self.qkv(x).chunk(3, dim=-1))
        scores = q @ k.transpose(-2, -1) / self.width**0.5
        if mask is not None:
            scores = scores.masked_fill(mask == 0, torch.finfo(scores.dtype).min)
        heads = scores.softmax(dim=-2) @ v
        return self.out(heads.transpose(1, 2).reshape(B, T, D))
