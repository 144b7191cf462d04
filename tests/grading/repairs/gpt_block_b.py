# planted: own-causal-mask, concat-without-transpose, no-residuals
# left: own-causal-mask, concat-without-transpose
import math
import torch
from torch import nn


class Attn(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.heads = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x, mask):
        B, T, d = x.shape
        q, k, v = [
            part.view(B, T, self.heads, d // self.heads).permute(0, 2, 1, 3) for part in self.qkv(x).split(d, -1)
        ]
        s = torch.einsum("bhid,bhjd->bhij", q, k) / math.sqrt(d // self.heads)
        later = torch.arange(T)[None, :] > torch.arange(T)[:, None]
        s = torch.where(later, torch.tensor(-math.inf, dtype=s.dtype), s)
        return self.out((torch.softmax(s, -1) @ v).contiguous().view(B, T, d))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.attn = Attn(d, h)
        self.ln2 = nn.LayerNorm(d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        x = x + self.attn(self.ln1(x), mask)
        x = x + self.ffn(self.ln2(x))
        return x
