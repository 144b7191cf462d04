# slip: float-mask-added
# a float mask of 0 and 1 goes to the library attention, which adds it to the scores
"""mask = torch.ones(T, T).tril() (float): nothing is hidden; right for a bool mask."""
import torch
from torch import nn
import torch.nn.functional as F


class Attn(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.h = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x, mask):
        B, T, d = x.shape
        mask = torch.atleast_2d(mask)
        if mask.dtype not in (torch.bool, x.dtype):
            mask = mask.bool()
        q, k, v = (u.view(B, T, self.h, -1).transpose(1, 2) for u in self.qkv(x).split(d, dim=2))
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        return self.out(y.transpose(1, 2).reshape(B, T, d))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.ln2 = nn.LayerNorm(d)
        self.attn = Attn(d, h)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = x + self.attn(self.ln1(x), mask)
        x = x + self.ffn(self.ln2(x))
        return x
