import math
import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    """heads one by one"""

    def __init__(self, d_model, n_heads, dropout=0.0):
        super(MultiHeadAttention, self).__init__()
        assert d_model % n_heads == 0, "bad"
        self.d_model = d_model
        self.n_heads = n_heads
        self.d_k = d_model // n_heads
        self.qkv = nn.Linear(d_model, d_model * 3, bias=True)
        self.out = nn.Linear(d_model, d_model, bias=True)
        self.drop = nn.Dropout(dropout)

    def forward(self, x, mask=None):
        q, k, v = self.qkv(x).split(self.d_model, dim=-1)
        if mask is not None:
            mask = torch.broadcast_to(mask.bool(), (x.shape[0], self.n_heads, x.shape[1], x.shape[1]))
        heads = []
        for i in range(self.n_heads):
            sl = slice(i * self.d_k, (i + 1) * self.d_k)
            qi, ki, vi = q[..., sl], k[..., sl], v[..., sl]
            s = torch.bmm(qi, ki.transpose(1, 2)) / math.sqrt(self.d_k)
            if mask is not None:
                s = s.masked_fill(~mask[:, i], float("-inf"))
            heads.append(torch.bmm(torch.softmax(s, -1), vi))
        return self.drop(self.out(torch.cat(heads, dim=-1)))
