import torch
from torch import nn


class CrossAttention(nn.Module):
    def __init__(self, d_model, d_context, n_heads):
        super().__init__()
        assert d_model % n_heads == 0, "d_model % n_heads"
        self.n_heads = n_heads
        self.q = nn.Linear(d_model, d_model)
        self.k = nn.Linear(d_context, d_model)
        self.v = nn.Linear(d_context, d_model)
        self.out = nn.Linear(d_model, d_model)

    def forward(self, x, context, mask=None):
        (b, t, c), s, h = x.shape, context.shape[1], self.n_heads
        shape = lambda y, n: y.reshape(b, n, h, c // h).movedim(2, 1).flatten(0, 1)
        bias = torch.zeros(b, h, t, s, dtype=x.dtype)
        if mask is not None:
            bias = bias.masked_fill_(mask == 0, -torch.inf)
        w = torch.baddbmm(bias.flatten(0, 1), shape(self.q(x), t), shape(self.k(context), s).mT, alpha=(c / h) ** -0.5)
        y = nn.Softmax(dim=2)(w) @ shape(self.v(context), s)
        return self.out(y.unflatten(0, (b, h)).movedim(1, 2).flatten(2))
