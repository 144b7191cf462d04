import torch
import torch.nn as nn
import torch.nn.functional as F


class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        if d_model % n_heads:
            raise AssertionError("heads")
        super().__init__()
        self.h, self.dk = n_heads, d_model // n_heads
        self.q = nn.Linear(d_model, d_model, bias=True)
        for name in "kv":
            setattr(self, name, nn.Linear(d_context, d_model))
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, context, mask=None):
        q = self.q(x).unflatten(2, (self.h, self.dk)) * self.dk**-0.5
        k = self.k(context).unflatten(2, (self.h, self.dk))
        v = self.v(context).unflatten(2, (self.h, self.dk))
        a = torch.einsum("bihd,bjhd->bhij", q, k)
        if mask is not None:
            a = a + torch.zeros_like(a).masked_fill(mask.bool().logical_not(), -1e9)
        return self.out(torch.einsum("bhij,bjhd->bihd", F.softmax(a, dim=-1), v).flatten(2))
