import torch
import torch.nn as nn
import torch.nn.functional as F
class Core(nn.Module):
    def forward(self, q, k, v, mask):
        s = torch.matmul(q, k.transpose(-1, -2)).div(q.size(-1) ** 0.5)
        if mask is not None: s = torch.where(mask.bool(), s, float("-inf"))
        return F.softmax(s, dim=-1).matmul(v)
class CrossAttention(nn.Module):
    def __init__(self, d_model: int, d_context: int, n_heads: int):
        super().__init__()
        head, rest = divmod(d_model, n_heads)
        if rest: raise RuntimeError("d_model must be divisible by n_heads")
        self.shape = (n_heads, head)
        self.add_module("q", nn.Linear(d_model, d_model))
        self.add_module("k", nn.Linear(d_context, d_model))
        self.add_module("v", nn.Linear(d_context, d_model))
        self.core, self.out = Core(), nn.Linear(d_model, d_model)
    def forward(self, x, context, mask=None):
        split = lambda t: t.unflatten(-1, self.shape).transpose(1, 2)
        y = self.core(split(self.q(x)), split(self.k(context)), split(self.v(context)), mask)
        return self.out(y.transpose(1, 2).flatten(-2))
