# slip: maximum-over-hidden-and-bounded
"""Right for ordinary scores. Wrong (rows of zeros through the 1e-9 guard) when a masked key is > ~100 above the visible ones:
qkv weights scaled by 30, a causal mask."""

import torch
from torch import nn


class Attn(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.h = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x, mask):
        B, T, d = x.shape
        q, k, v = self.qkv(x).split(d, dim=2)
        q, k, v = [a.reshape(B, T, self.h, -1).permute(0, 2, 1, 3) for a in (q, k, v)]
        w = torch.softmax(q @ k.transpose(2, 3) / q.shape[-1] ** 0.5, dim=-1)
        w = w * mask.to(w.dtype)
        w = w / w.sum(dim=-1, keepdim=True).clamp_min(1e-9)
        return self.out((w @ v).permute(0, 2, 1, 3).reshape(B, T, d))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = Attn(d, h)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = x + self.attn(self.ln1(x), mask)
        return x + self.ffn(self.ln2(x))
