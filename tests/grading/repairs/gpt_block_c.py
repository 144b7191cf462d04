# planted: own-causal-mask, concat-without-transpose, no-residuals
# left: no-residuals
import math
import torch
from torch import Tensor, nn


class SelfAttention(nn.Module):
    def __init__(self, d: int, h: int) -> None:
        super().__init__()
        self.h = h
        self.qkv = nn.Linear(d, 3 * d)
        self.out = nn.Linear(d, d)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        B, T, d = x.shape
        width = d // self.h
        outs = []
        q, k, v = self.qkv(x).split(d, dim=-1)
        whole = mask.expand(B, self.h, T, T)
        for head in range(self.h):
            piece = slice(head * width, (head + 1) * width)
            e = q[..., piece] @ k[..., piece].transpose(-2, -1) / math.sqrt(width)
            e = e.masked_fill(~whole[:, head].bool(), -math.inf)
            outs.append(e.softmax(-1) @ v[..., piece])
        return self.out(torch.cat(outs, dim=-1))


class GPTBlock(nn.Module):
    def __init__(self, d: int, h: int) -> None:
        super().__init__()
        self.ln1 = nn.LayerNorm(d)
        self.attn = SelfAttention(d, h)
        self.ln2 = nn.LayerNorm(d)
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        return self.ffn(self.ln2(self.attn(self.ln1(x), mask)))
