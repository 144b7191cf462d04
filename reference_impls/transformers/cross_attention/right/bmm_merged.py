import torch
from torch import nn
class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        assert not d_model % n_heads
        self.heads, self.d = n_heads, d_model // n_heads
        self.q, self.k = nn.Linear(d_model, d_model), nn.Linear(d_context, d_model)
        self.v, self.out = nn.Linear(d_context, d_model), nn.Linear(d_model, d_model)
    def _heads(self, z):
        B, N, _ = z.size()
        return z.view(B, N, self.heads, self.d).permute(0, 2, 1, 3).reshape(B * self.heads, N, self.d)
    def forward(self, x, context, mask=None):
        B, T, S = x.size(0), x.size(1), context.size(1)
        s = torch.bmm(self._heads(self.q(x)), self._heads(self.k(context)).transpose(1, 2)) / self.d ** 0.5
        if mask is not None:
            s = s.view(B, self.heads, T, S).masked_fill(mask == False, float('-inf')).view(-1, T, S)
        y = torch.bmm(s.softmax(-1), self._heads(self.v(context)))
        return self.out(y.view(B, self.heads, T, self.d).transpose(1, 2).contiguous().view(B, T, -1))
