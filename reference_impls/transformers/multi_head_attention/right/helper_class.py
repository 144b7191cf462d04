import torch
import torch.nn as nn
import torch.nn.functional as F


class Core(nn.Module):
    def forward(self, q, k, v, mask):
        s = torch.matmul(q, k.transpose(-1, -2)).div(q.size(-1) ** 0.5)
        if mask is not None:
            s = torch.where(mask.bool(), s, float("-inf"))
        return F.softmax(s, dim=-1).matmul(v)


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model: int, n_heads: int):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError()
        self.qkv, self.out, self.core, self.n = (
            nn.Linear(d_model, 3 * d_model),
            nn.Linear(d_model, d_model),
            Core(),
            n_heads,
        )

    def forward(self, x, mask=None):
        split = lambda t: t.unflatten(-1, (self.n, -1)).transpose(1, 2)
        q, k, v = map(split, self.qkv(x).split(x.size(-1), dim=-1))
        return self.out(self.core(q, k, v, mask).transpose(1, 2).flatten(-2))
