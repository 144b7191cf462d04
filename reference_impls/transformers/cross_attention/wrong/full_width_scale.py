# slip: scale-by-d-model
import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads = n_heads
        self.scale = d_model ** -0.5
        self.q = nn.Linear(d_model, d_model)
        self.k = nn.Linear(d_context, d_model)
        self.v = nn.Linear(d_context, d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, context, mask=None):
        B, T, D = x.shape
        q, k, v = (z.view(B, -1, self.n_heads, D // self.n_heads).transpose(1, 2) for z in (self.q(x), self.k(context), self.v(context)))
        s = torch.einsum("bhtd,bhsd->bhts", q, k) * self.scale
        if mask is not None:
            s = s.masked_fill(~mask.bool(), float("-inf"))
        return self.out(torch.einsum("bhts,bhsd->bhtd", s.softmax(dim=-1), v).transpose(1, 2).reshape(B, T, D))
