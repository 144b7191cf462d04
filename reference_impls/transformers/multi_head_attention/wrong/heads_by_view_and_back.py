# slip: heads-by-view-and-back

import torch
import torch.nn as nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("d_model % n_heads")
        self.h, self.d = n_heads, d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        q = q.reshape(B, self.h, T, self.d)
        k = k.reshape(B, self.h, T, self.d)
        v = v.reshape(B, self.h, T, self.d)
        s = q @ k.transpose(-1, -2) * self.d ** -0.5
        if mask is not None:
            s = s.masked_fill(mask == 0, float("-inf"))
        y = s.softmax(dim=-1) @ v
        return self.out(y.reshape(B, T, D))
