import math

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model: int, n_heads: int):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("d_model must be divisible by n_heads")
        self.d_model = d_model
        self.n_heads = n_heads
        self.d_head = d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        q, k, v = self.qkv(x).split(self.d_model, dim=-1)
        B, T, _ = x.shape
        if mask is not None:
            mask = torch.as_tensor(mask).expand(B, self.n_heads, T, T)
        outs = []
        for h in range(self.n_heads):
            cols = slice(h * self.d_head, (h + 1) * self.d_head)
            s = torch.bmm(q[..., cols], k[..., cols].transpose(1, 2)) / math.sqrt(self.d_head)
            if mask is not None:
                s = torch.where(mask[:, h] != 0, s, torch.full_like(s, -torch.inf))
            s = s - s.amax(-1, keepdim=True)
            p = s.exp() / s.exp().sum(-1, keepdim=True)
            outs.append(torch.bmm(p, v[..., cols]))
        return self.out(torch.cat(outs, dim=-1))
