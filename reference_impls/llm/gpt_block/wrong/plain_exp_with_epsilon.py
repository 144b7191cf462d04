# slip: no-maximum-and-bounded
import math

import torch
from torch import nn


class Attention(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.h = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x, mask):
        B, T, d = x.shape
        q, k, v = (z.view(B, T, self.h, d // self.h).transpose(1, 2) for z in self.qkv(x).split(d, dim=-1))
        s = (q @ k.transpose(-1, -2) / math.sqrt(d // self.h)).masked_fill(mask == 0, float("-inf"))
        e = torch.exp(s)
        w = e / e.sum(-1, keepdim=True).clamp(min=1e-9)
        return self.out((w @ v).transpose(1, 2).reshape(B, T, d))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = Attention(d, h)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = x + self.attn(self.ln1(x), mask)
        return x + self.ffn(self.ln2(x))
