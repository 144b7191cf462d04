import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads = n_heads
        self.qkv, self.out = nn.Linear(d_model, 3 * d_model), nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = (t.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) for t in self.qkv(x).chunk(3, -1))
        s = q @ k.mT / (D // self.n_heads) ** 0.5
        if mask is not None:
            s = s.masked_fill(mask == 0, -torch.inf)
        a = torch.softmax(s, dim=-1, dtype=torch.float32).to(x.dtype)
        return self.out((a @ v).transpose(1, 2).flatten(-2))
