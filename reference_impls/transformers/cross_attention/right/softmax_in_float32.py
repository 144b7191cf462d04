import torch
from torch import nn
class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        assert d_model % n_heads == 0
        self.n_heads = n_heads
        self.q, self.out = nn.Linear(d_model, d_model), nn.Linear(d_model, d_model)
        self.k, self.v = nn.Linear(d_context, d_model), nn.Linear(d_context, d_model)
    def forward(self, x, context, mask=None):
        q, k, v = (t.unflatten(-1, (self.n_heads, -1)).transpose(1, 2) for t in (self.q(x), self.k(context), self.v(context)))
        s = q @ k.mT / q.size(-1) ** 0.5
        if mask is not None:
            s = s.masked_fill(mask == 0, torch.finfo(s.dtype).min)
        a = torch.softmax(s, dim=-1, dtype=torch.float32).to(x.dtype)
        return self.out((a @ v).transpose(1, 2).flatten(-2))
