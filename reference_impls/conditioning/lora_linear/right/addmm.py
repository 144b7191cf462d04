import torch
import torch.nn as nn
import torch.nn.functional as F


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.add_module("base", base)
        for name, p in base.named_parameters():
            p.requires_grad = False
        self.register_parameter("A", nn.Parameter(nn.init.xavier_uniform_(torch.empty(r, base.in_features))))
        self.register_parameter("B", nn.Parameter(nn.init.zeros_(torch.empty(base.out_features, r))))
        self.s = alpha / r
    def forward(self, x):
        return torch.addmm(self.base(x).reshape(-1, self.B.shape[0]), F.linear(x, self.A).reshape(-1, self.A.shape[0]), self.B.T, alpha=self.s).view(*x.shape[:-1], -1)
    def merge(self):
        with torch.no_grad():
            new = torch.nn.utils.skip_init(nn.Linear, self.base.in_features, self.base.out_features, bias=self.base.bias is not None, dtype=self.A.dtype)
            new.weight.copy_(torch.addmm(self.base.weight, self.B, self.A, alpha=self.s))
            if new.bias is not None:
                new.bias.copy_(self.base.bias)
        return new
