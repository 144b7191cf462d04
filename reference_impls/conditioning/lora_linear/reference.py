"""Low-rank adaptation of a linear layer (Hu et al. 2021, arXiv:2106.09685, eq. 3 and section 4.1).

    y = W x + b + (α/r) B A x

W and b stay frozen; only the two thin factors learn, r (d_in + d_out) numbers. B starts at zero, so the adapted layer is
the old one at step 0; A must not be zero too, else neither factor gets a gradient (∂L/∂B contains A x, ∂L/∂A contains Bᵀ).
The paper draws A from a Gaussian, its code and PEFT from the Kaiming-uniform of nn.Linear, used here. α/r is meant to
keep the size of the update alike when r changes. Once trained, W + (α/r) B A is an ordinary layer: no extra cost at inference.

Shapes: base (in -> out), A (r,in), B (out,r); x (...,in). Returns: y (...,out).
"""

import math

import torch
from torch import Tensor, nn


class LoRALinear(nn.Module):
    """A frozen linear layer plus a trainable update of rank r."""

    def __init__(self, base: nn.Linear, r: int = 8, alpha: float = 16) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        self.scale = alpha / r
        weight = base.weight  # (out,in); gives dtype and device
        self.A = nn.Parameter(weight.new_empty(r, base.in_features))
        self.B = nn.Parameter(weight.new_zeros(base.out_features, r))
        nn.init.kaiming_uniform_(self.A, a=math.sqrt(5))

    def forward(self, x: Tensor) -> Tensor:
        update = x @ self.A.T @ self.B.T  # (...,in) -> (...,r) -> (...,out); the product B A is never formed
        y: Tensor = self.base(x)
        return y + self.scale * update

    @torch.no_grad()
    def merge(self) -> nn.Linear:
        """A new nn.Linear of the same function."""
        out_features, in_features = self.base.weight.shape
        merged = nn.Linear(in_features, out_features, self.base.bias is not None).to(self.base.weight)
        merged.weight.copy_(self.base.weight + self.scale * self.B @ self.A)
        if self.base.bias is not None:
            merged.bias.copy_(self.base.bias)
        return merged
