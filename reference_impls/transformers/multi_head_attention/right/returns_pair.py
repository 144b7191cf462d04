import torch, torch.nn as nn
class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__(); assert d_model % n_heads == 0
        self.h = n_heads; self.qkv = nn.Linear(d_model, 3*d_model); self.out = nn.Linear(d_model, d_model)
    def forward(self, x, mask=None):
        B, T, D = x.shape
        q, k, v = (z.view(B, T, self.h, -1).transpose(1, 2) for z in self.qkv(x).chunk(3, -1))
        s = q @ k.mT / (D // self.h) ** .5
        if mask is not None: s = s.masked_fill(mask == 0, -torch.inf)
        a = s.softmax(-1)
        return self.out((a @ v).transpose(1, 2).reshape(B, T, D)), a
