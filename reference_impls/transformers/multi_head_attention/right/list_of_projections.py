import copy

import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    """Four copies of one layer in a list: the first three are q, k and v."""

    def __init__(self, d_model, n_heads):
        super().__init__()
        if d_model % n_heads:
            raise ValueError("n_heads must divide d_model")
        self.d_head, self.n_heads = d_model // n_heads, n_heads
        self.linears = nn.ModuleList(copy.deepcopy(nn.Linear(d_model, d_model)) for _ in range(4))

    def forward(self, x, mask=None):
        batch = x.size(0)
        q, k, v = (layer(x).view(batch, -1, self.n_heads, self.d_head).transpose(1, 2) for layer in self.linears[:3])
        scores = torch.einsum("bhid,bhjd->bhij", q, k) * self.d_head**-0.5
        if mask is not None:
            scores = torch.where(mask != 0, scores, torch.tensor(float("-inf"), dtype=x.dtype))
        out = torch.einsum("bhij,bhjd->bhid", scores.softmax(dim=-1), v)
        return self.linears[-1](out.transpose(1, 2).contiguous().view(batch, -1, self.n_heads * self.d_head))
