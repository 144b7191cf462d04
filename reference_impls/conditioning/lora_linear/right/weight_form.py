import torch
from torch import nn
from torch.nn import functional as F


class LoRALinear(nn.Module):
    """Forms W + s B A in the forward pass: wasteful, but the same function."""

    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        base.requires_grad_(False)
        self.base = base
        self.s = alpha / r
        self.A = nn.Parameter(nn.init.xavier_normal_(torch.empty(r, base.weight.shape[1])))
        self.B = nn.Parameter(torch.zeros(base.weight.shape[0], r))

    @property
    def weight(self):
        return self.base.weight + self.s * (self.B @ self.A)

    def forward(self, x):
        return F.linear(x, self.weight, self.base.bias)

    @torch.no_grad()
    def merge(self):
        o, i = self.base.weight.shape
        new = nn.Linear(i, o, bias=self.base.bias is not None)
        state = {"weight": self.weight}
        if self.base.bias is not None:
            state["bias"] = self.base.bias
        new.load_state_dict(state)
        return new
