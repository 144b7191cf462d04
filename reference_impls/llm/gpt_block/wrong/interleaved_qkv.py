# slip: qkv-for-each-head
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
        qkv = self.qkv(x).view(b, n, self.h, 3 * c // self.h).transpose(1, 2)
        q, k, v = qkv.chunk(3, dim=-1)
        att = torch.einsum("bhid,bhjd->bhij", q, k) * q.size(-1) ** -0.5
        att = att.masked_fill(~mask.bool(), -torch.inf).softmax(-1)
        return self.out(torch.einsum("bhij,bhjd->bihd", att, v).flatten(2))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.attn = Attention(d, h)
        self.ln2 = nn.LayerNorm(d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = x + self.attn(self.ln1(x), mask)
        return x + self.ffn(self.ln2(x))
