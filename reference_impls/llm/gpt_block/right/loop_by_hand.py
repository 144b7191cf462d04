import math

import torch
import torch.nn as nn


def layer_norm(x, ln):
    mean = x.mean(-1, keepdim=True)
    var = ((x - mean) ** 2).mean(-1, keepdim=True)
    return (x - mean) / torch.sqrt(var + ln.eps) * ln.weight + ln.bias


def gelu(x):
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))


class Attention(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.d, self.h, self.dk = d, h, d // h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x, mask):
        B, T, _ = x.shape
        mask = mask.expand(B, self.h, T, T)
        q, k, v = self.qkv(x).split(self.d, dim=2)
        heads = []
        for i in range(self.h):
            c = slice(i * self.dk, (i + 1) * self.dk)
            s = torch.bmm(q[..., c], k[..., c].transpose(1, 2)) / math.sqrt(self.dk)
            s = torch.where(mask[:, i] != 0, s, torch.full_like(s, float("-inf")))
            e = torch.exp(s - s.amax(-1, keepdim=True))
            heads.append(torch.bmm(e / e.sum(-1, keepdim=True), v[..., c]))
        return self.out(torch.cat(heads, -1))


class GPTBlock(nn.Module):
    def __init__(self, d, h, dropout=0.0):
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.attn = Attention(d, h)
        self.ln2 = nn.LayerNorm(d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask):
        x = x + self.drop(self.attn(layer_norm(x, self.ln1), mask))
        up, _, down = self.ffn
        x = x + self.drop(down(gelu(up(layer_norm(x, self.ln2)))))
        return x
