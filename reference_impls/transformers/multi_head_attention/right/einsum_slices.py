import torch
import torch.nn as nn
import torch.nn.functional as F


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        assert d_model % n_heads == 0
        super().__init__()
        self.h, self.dk = n_heads, d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model, bias=True)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        b, t, _ = x.shape
        y = self.qkv(x).view(b, t, 3, self.h, self.dk)
        q, k, v = y[:, :, 0], y[:, :, 1], y[:, :, 2]
        a = torch.einsum("bihd,bjhd->bhij", q, k) * self.dk**-0.5
        if mask is not None:
            a = a + torch.zeros_like(a).masked_fill(mask.bool().logical_not(), -1e9)
        y = torch.einsum("bhij,bjhd->bihd", F.softmax(a, dim=-1), v)
        return self.out(y.flatten(2))
