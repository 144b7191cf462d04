# slip: maximum-over-hidden
import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        if d_model % n_heads:
            raise ValueError
        self.h = n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = (t.view(B, T, self.h, -1).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        s = q @ k.mT / (D // self.h) ** 0.5
        e = torch.exp(s - s.amax(-1, keepdim=True))
        if mask is not None:
            e = e * mask
        return self.out((e / e.sum(-1, keepdim=True) @ v).transpose(1, 2).reshape(B, T, D))
