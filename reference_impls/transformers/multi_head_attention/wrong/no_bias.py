# slip: none
import torch
import torch.nn as nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads = n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model, bias=False)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        b, n, c = x.shape
        q, k, v = (z.view(b, n, self.n_heads, -1).transpose(1, 2) for z in self.qkv(x).chunk(3, -1))
        att = q @ k.mT / (c // self.n_heads) ** 0.5
        if mask is not None:
            att = att.masked_fill(mask == 0, float("-inf"))
        return self.out((att.softmax(-1) @ v).transpose(1, 2).reshape(b, n, c))
