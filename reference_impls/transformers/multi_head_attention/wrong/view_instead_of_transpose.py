# slip: heads-by-view
import torch
import torch.nn as nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads, self.d_k = n_heads, d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.size()
        q, k, v = self.qkv(x).split(D, dim=2)
        q = q.contiguous().view(B, self.n_heads, T, self.d_k)
        k = k.contiguous().view(B, self.n_heads, T, self.d_k)
        v = v.contiguous().view(B, self.n_heads, T, self.d_k)
        att = (q @ k.transpose(-1, -2)) / self.d_k**0.5
        if mask is not None:
            att = att.masked_fill(mask == 0, float("-inf"))
        y = torch.softmax(att, -1) @ v
        return self.out(y.transpose(1, 2).contiguous().view(B, T, D))
