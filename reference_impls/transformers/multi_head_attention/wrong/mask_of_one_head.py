# slip: none
import torch
import torch.nn as nn


class MultiHeadAttention(nn.Module):
    """Takes the first head's mask for all heads."""

    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads = n_heads
        self.qkv = nn.Linear(d_model, d_model * 3)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        b, n, c = x.shape
        q, k, v = self.qkv(x).reshape(b, n, 3, self.n_heads, c // self.n_heads).permute(2, 0, 3, 1, 4)
        att = q @ k.transpose(-2, -1) / (c // self.n_heads) ** 0.5
        if mask is not None:
            mask = mask if mask.ndim < 4 else mask[:, :1]
            att = att.masked_fill(mask == 0, float("-inf"))
        return self.out((att.softmax(-1) @ v).transpose(1, 2).reshape(b, n, c))
