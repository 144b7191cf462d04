# slip: post-norm
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
        self.ln1 = nn.LayerNorm(d)
        self.attn = Attention(d, h)
        self.ln2 = nn.LayerNorm(d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        h = self.ln1(self.attn(x, mask) + x)
        return self.ln2(self.ffn(h) + h)
