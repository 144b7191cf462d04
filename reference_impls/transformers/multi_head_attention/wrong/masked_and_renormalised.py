# slip: maximum-over-hidden-guarded
# input: masked score more than 100 above all allowed ones (large q, k): the head's output becomes 0
import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        if d_model % n_heads != 0:
            raise ValueError("d_model must be divisible by n_heads")
        self.n_heads = n_heads
        self.d_head = d_model // n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.shape
        qkv = self.qkv(x).view(B, T, 3, self.n_heads, self.d_head).permute(2, 0, 3, 1, 4)
        q, k, v = qkv[0], qkv[1], qkv[2]
        att = torch.softmax(q @ k.transpose(-1, -2) * self.d_head ** -0.5, dim=-1)
        if mask is not None:
            att = att * mask.to(att.dtype)
            att = att / att.sum(dim=-1, keepdim=True).clamp_min(1e-12)
        y = (att @ v).transpose(1, 2).contiguous().view(B, T, D)
        return self.out(y)
