# slip: square-mask-for-padding
import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    """Wrong for B == T and a 2-D mask, e.g. x of shape (4, 4, D) with the causal mask tril(ones(4, 4)):
    it is used as one row of hidden keys for each batch entry. Right for B != T."""

    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0, "d_model % n_heads"
        self.n_heads = n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        H, dh = self.n_heads, D // self.n_heads
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        q = q.view(B, T, H, dh).transpose(1, 2)
        k = k.view(B, T, H, dh).transpose(1, 2)
        v = v.view(B, T, H, dh).transpose(1, 2)
        scores = q @ k.transpose(2, 3) / math.sqrt(dh)
        if mask is not None:
            if mask.dim() == 2 and mask.size(0) == B:
                mask = mask[:, None, None, :]
            scores = scores.masked_fill(mask == 0, float("-inf"))
        y = (scores.softmax(dim=-1) @ v).transpose(1, 2).reshape(B, T, D)
        return self.out(y)
