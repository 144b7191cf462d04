import torch
import torch.nn as nn


class GPTBlock(nn.Module):
    def __init__(self, d: int, h: int) -> None:
        super().__init__()
        self.h = h
        self.ln1, self.ln2 = nn.LayerNorm(d), nn.LayerNorm(d)
        self.attn = nn.ModuleDict({"qkv": nn.Linear(d, 3 * d), "out": nn.Linear(d, d)})
        self.ffn = nn.Sequential(nn.Linear(d, 4 * d), nn.GELU(), nn.Linear(4 * d, d))

    def attend(self, x, mask):
        B, T, D = x.shape
        q, k, v = (p.reshape(B, T, self.h, -1).transpose(1, 2) for p in self.attn["qkv"](x).chunk(3, -1))
        s = torch.einsum("bhtd,bhsd->bhts", q, k) / (D // self.h) ** 0.5
        s = torch.where(mask.bool(), s, torch.finfo(s.dtype).min)
        return self.attn["out"](torch.einsum("bhts,bhsd->bthd", s.softmax(-1), v).reshape(B, T, D))

    def forward(self, x, mask):
        y = x + self.attend(self.ln1(x), mask)
        return y + self.ffn(self.ln2(y))
