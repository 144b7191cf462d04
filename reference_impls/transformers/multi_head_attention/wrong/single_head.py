# slip: one-head
import torch, torch.nn as nn
class MultiHeadAttention(nn.Module):
    def __init__(self, d_model, n_heads):
        super().__init__(); assert d_model % n_heads == 0
        self.qkv = nn.Linear(d_model, 3*d_model); self.out = nn.Linear(d_model, d_model)
    def forward(self, x, mask=None):
        q, k, v = (z.unsqueeze(1) for z in self.qkv(x).chunk(3, -1))
        s = q @ k.mT / x.shape[-1] ** .5
        if mask is not None: s = s.masked_fill(mask == 0, -torch.inf)
        return self.out((s.softmax(-1) @ v)[:, 0])
