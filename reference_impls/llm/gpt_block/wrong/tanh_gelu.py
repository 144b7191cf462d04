# slip: gelu-tanh
import math

import torch
import torch.nn as nn


class Attention(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.h = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x, mask):
        b, n, c = x.shape
        q, k, v = (z.view(b, n, self.h, -1).transpose(1, 2) for z in self.qkv(x).chunk(3, -1))
        att = q @ k.mT / (c // self.h) ** 0.5
        att = att.masked_fill(mask == 0, float("-inf"))
        return self.out((att.softmax(-1) @ v).transpose(1, 2).reshape(b, n, c))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = Attention(d, h)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = x + self.attn(self.ln1(x), mask)
        z = self.ffn[0](self.ln2(x))
        z = 0.5 * z * (1 + torch.tanh(math.sqrt(2 / math.pi) * (z + 0.044715 * z**3)))
        return x + self.ffn[2](z)
