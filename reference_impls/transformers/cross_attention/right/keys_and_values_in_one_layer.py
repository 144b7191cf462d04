import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, query_dim, context_dim, heads):
        super().__init__()
        assert query_dim % heads == 0
        self.heads = heads
        self.scale = (query_dim // heads) ** -0.5
        self.to_q = nn.Linear(query_dim, query_dim)
        self.to_kv = nn.Linear(context_dim, 2 * query_dim)
        self.to_out = nn.Linear(query_dim, query_dim)

    def forward(self, x, context, mask=None):
        q, (k, v) = self.to_q(x), self.to_kv(context).chunk(2, dim=-1)
        q, k, v = (t.unflatten(-1, (self.heads, -1)).transpose(1, 2) for t in (q, k, v))
        sim = q @ k.mT * self.scale
        if mask is not None:
            sim = sim.masked_fill(mask == 0, -torch.inf)
        return self.to_out((sim.softmax(-1) @ v).transpose(1, 2).flatten(2))
