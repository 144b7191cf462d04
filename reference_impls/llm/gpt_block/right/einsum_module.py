import torch
from torch import nn


class GPTBlock(nn.Module):
    """attn is a bare module that holds the layers; everything happens here."""

    def __init__(self, d: int, h: int):
        super().__init__()
        assert d % h == 0
        self.n_head, self.d_head = h, d // h
        self.attn = nn.Module()
        self.attn.qkv = nn.Linear(d, d * 3)
        self.attn.out = nn.Linear(d, d)
        self.ffn = nn.Sequential(nn.Linear(d, d * 4), nn.GELU("none"), nn.Linear(d * 4, d))
        self.ln1 = nn.LayerNorm(d)
        self.ln2 = nn.LayerNorm(d)

    def attend(self, x, mask):
        b, t, _ = x.size()
        q, k, v = self.attn.qkv(x).view(b, t, 3, self.n_head, self.d_head).unbind(2)
        a = torch.einsum("bihd,bjhd->bhij", q, k) / self.d_head**0.5
        a = a + torch.zeros_like(a).masked_fill(mask.logical_not(), -1e9)
        return self.attn.out(torch.einsum("bhij,bjhd->bihd", a.softmax(-1), v).reshape(b, t, -1))

    def forward(self, x, mask):
        x = x + self.attend(self.ln1(x), mask)
        return x + self.ffn(self.ln2(x))
