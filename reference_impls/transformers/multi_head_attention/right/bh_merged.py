import torch
from torch import nn


class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__()
        assert not d_model % n_heads
        self.heads = n_heads
        self.qkv = nn.Linear(d_model, 3 * d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, mask=None):
        B, T, D = x.size()
        H = self.heads
        d = D // H
        q, k, v = [
            t.contiguous().view(B, T, H, d).transpose(1, 2).reshape(B * H, T, d)
            for t in torch.chunk(self.qkv(x), 3, dim=2)
        ]
        s = torch.bmm(q, k.transpose(1, 2)) / d**0.5
        if mask is not None:
            s = s.view(B, H, T, T).masked_fill(mask == False, float("-inf")).view(B * H, T, T)
        y = torch.bmm(s.softmax(-1), v).view(B, H, T, d).permute(0, 2, 1, 3).contiguous().view(B, T, D)
        return self.out(y)
