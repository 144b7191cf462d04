# slip: mask-of-the-first-head
import torch
from torch import nn


class _A(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.h = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x, mask):
        B, T, d = x.shape
        if mask.dim() == 4:
            mask = mask[:, :1]
        q, k, v = self.qkv(x).view(B, T, 3, self.h, d // self.h).unbind(2)
        s = torch.einsum("bihc,bjhc->bhij", q, k) * (d // self.h) ** -0.5
        s = s.masked_fill(mask == 0, torch.finfo(s.dtype).min)
        o = torch.einsum("bhij,bjhc->bihc", s.softmax(-1), v)
        return self.out(o.flatten(2))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.ln2 = nn.LayerNorm(d)
        self.attn = _A(d, h)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        y = x + self.attn(self.ln1(x), mask)
        return y + self.ffn(self.ln2(y))
