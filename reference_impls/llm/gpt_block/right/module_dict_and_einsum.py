import torch
import torch.nn as nn


class GPTBlock(nn.Module):
    def __init__(self, d, h):
        super().__init__()
        self.h = h
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = nn.ModuleDict({"qkv": nn.Linear(d, 3 * d), "out": nn.Linear(d, d)})
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(approximate="none"), nn.Linear(4 * d, d))
    def forward(self, x, mask):
        b, t, d = x.shape
        q, k, v = self.attn["qkv"](self.ln1(x)).view(b, t, 3, self.h, d // self.h).unbind(2)
        s = torch.einsum("bqhd,bkhd->bhqk", q, k) * (d // self.h) ** -0.5
        s = torch.where(mask.bool(), s, torch.finfo(s.dtype).min)
        y = torch.einsum("bhqk,bkhd->bqhd", torch.softmax(s, -1), v).flatten(2)
        x = x + self.attn["out"](y)
        return x + self.ffn(self.ln2(x))
