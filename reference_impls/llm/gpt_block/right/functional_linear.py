import torch
import torch.nn as nn
import torch.nn.functional as F
import math


class Container(nn.Module):
    pass


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        nn.Module.__init__(self)
        self.d, self.h = d, h
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = Container()
        self.attn.qkv = nn.Linear(d, 3 * d)
        self.attn.out = nn.Linear(d, d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = x + self.attention(F.layer_norm(x, (self.d,), self.ln1.weight, self.ln1.bias), mask)
        y = self.ln2(x)
        y = F.linear(y, self.ffn[0].weight, self.ffn[0].bias)
        y = 0.5 * y * (1 + torch.erf(y / math.sqrt(2)))
        return x + self.ffn[2](y)

    def attention(self, y, mask):
        B, T, d = y.shape
        W, b = self.attn.qkv.weight, self.attn.qkv.bias
        q, k, v = (
            F.linear(y, W[i * d : (i + 1) * d], b[i * d : (i + 1) * d]).view(B, T, self.h, d // self.h)
            for i in range(3)
        )
        s = torch.einsum("bthd,bshd->bhts", q, k).div(math.sqrt(d // self.h))
        s = s.masked_fill(mask == False, -float("inf"))  # noqa: E712
        return self.attn.out(torch.einsum("bhts,bshd->bthd", s.softmax(dim=3), v).contiguous().view(B, T, d))
