import torch, torch.nn as nn
import torch.nn.functional as F


class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__()
        self.base = base.requires_grad_(False)
        self.A = nn.Parameter(nn.init.normal_(torch.zeros(r, base.weight.shape[1]), std=0.02))
        self.B = nn.Parameter(torch.zeros(base.weight.shape[0], r))
        self.register_buffer("scale", torch.tensor(alpha / r), persistent=False)

    def forward(self, x):
        W = self.base.weight + self.scale * torch.einsum("or,ri->oi", self.B, self.A)
        return F.linear(x, W, self.base.bias)

    def merge(self):
        lin = nn.Linear(self.base.in_features, self.base.out_features, self.base.bias is not None).to(self.base.weight)
        with torch.no_grad():
            lin.weight.copy_(self.base.weight + self.scale * (self.B @ self.A))
            if lin.bias is not None:
                lin.bias.copy_(self.base.bias)
        return lin
