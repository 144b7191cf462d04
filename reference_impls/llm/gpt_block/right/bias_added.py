import torch
import torch.nn as nn
import math


class MHA(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)
        self.h = h

    def forward(self, x, mask):
        b, t, d = x.shape
        dh = d // self.h
        z = self.qkv(x)
        heads = []
        bias = torch.zeros(mask.shape, dtype=x.dtype).masked_fill(mask.logical_not(), float("-inf"))
        bias = bias.expand(b, self.h, t, t)
        for i in range(self.h):
            q = z[..., i * dh : (i + 1) * dh]
            k = z[..., d + i * dh : d + (i + 1) * dh]
            v = z[..., 2 * d + i * dh : 2 * d + (i + 1) * dh]
            a = (q @ k.transpose(1, 2) / math.sqrt(dh) + bias[:, i]).softmax(-1)
            heads.append(a @ v)
        return self.out(torch.cat(heads, -1))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.attn = MHA(d, h)
        self.ln2 = nn.LayerNorm(d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = self.attn(self.ln1(x), mask) + x
        x = self.ffn(self.ln2(x)) + x
        return x
