# slip: mask-in-training-alone
import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads must divide d_model")
        self.heads, self.width = n_heads, d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, self.width).permute(2, 0, 3, 1, 4)
        scores = torch.einsum("bhqd,bhkd->bhqk", q, k) * self.width**-0.5
        if self.training and mask is not None:
            scores = scores.masked_fill(mask == 0, float("-inf"))
        seen = torch.einsum("bhqk,bhkd->bqhd", scores.softmax(-1), v)
        return self.out(seen.reshape(batch, length, -1))
