# planted: own-causal-mask, concat-without-transpose, no-residuals
# left: none
import torch.nn.functional as F
from torch import nn


class Attention(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.qkv, self.out, self.h = nn.Linear(d, 3 * d), nn.Linear(d, d), h

    def forward(self, x, mask):
        B, T, d = x.shape
        qkv = self.qkv(x).view(B, T, 3, self.h, d // self.h).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        s = (q @ k.mT) * (d // self.h) ** -0.5
        s = s.masked_fill(mask == 0, float("-inf"))
        y = F.softmax(s, dim=-1) @ v
        return self.out(y.transpose(1, 2).flatten(2))


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = Attention(d, h)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x, mask):
        y = x + self.attn(self.ln1(x), mask)
        return y + self.ffn(self.ln2(y))
