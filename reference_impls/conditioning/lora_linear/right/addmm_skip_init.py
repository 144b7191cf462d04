import torch
from torch import nn
from torch.nn import functional as F
class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.base = base
        for p in self.base.parameters(): p.requires_grad_(False)
        k = 1 / base.in_features ** .5
        self.A = nn.Parameter(torch.empty(r, base.in_features).uniform_(-k, k))
        self.B = nn.Parameter(torch.zeros(base.out_features, r))
        self.r, self.alpha = r, alpha
    def forward(self, x):
        flat = x.reshape(-1, x.shape[-1])
        y = self.base(flat).addmm(flat @ self.A.t(), self.B.t(), alpha=self.alpha / self.r)
        return y.reshape(*x.shape[:-1], -1)
    def merge(self):
        b = self.base
        out = nn.utils.skip_init(nn.Linear, b.in_features, b.out_features, bias=b.bias is not None, dtype=b.weight.dtype)
        with torch.no_grad():
            out.weight.copy_(b.weight + self.alpha / self.r * self.B @ self.A)
            if b.bias is not None: out.bias.copy_(b.bias)
        return out
