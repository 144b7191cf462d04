# slip: no-maximum
# input: x = 100 * randn(2, 5, 8) with weights of size 1 -> nan
import torch
import torch.nn as nn


def softmax(z, mask=None):
    e = torch.exp(z)
    if mask is not None:
        e = e * (mask != 0)
    return e / e.sum(-1, keepdim=True)


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads, self.dh = n_heads, d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = self.qkv(x).view(B, T, 3, self.n_heads, self.dh).permute(2, 0, 3, 1, 4)
        A = softmax(q @ k.mT / self.dh ** 0.5, mask)
        return self.out((A @ v).transpose(1, 2).contiguous().view(B, T, D))
