# slip: merge-adds-to-one-layer
import torch, torch.nn as nn, copy
class LoRALinear(nn.Module):
    def __init__(self, base, r=8, alpha=16):
        super().__init__(); self.base = base.requires_grad_(False); self.s = alpha / r
        self.A = nn.Parameter(torch.randn(r, base.in_features)); self.B = nn.Parameter(torch.zeros(base.out_features, r))
        self.merged = copy.deepcopy(base)
    def forward(self, x): return self.base(x) + self.s * (x @ self.A.T @ self.B.T)
    def merge(self): 
        with torch.no_grad(): self.merged.weight += self.s * self.B @ self.A
        return self.merged
