# problem: rms-norm
# says: RMSNorm is graded as rms_norm
import torch
from torch import nn


class RMSNorm(nn.Module):
    """The given weight belongs into the module, and not to what may be added."""

    def __init__(self, dim, eps=1e-6):
        super().__init__()
        self.eps = eps
        self.weight = nn.Parameter(torch.ones(dim))

    def forward(self, x, residual=None):
        added = x if residual is None else x + residual
        normed = added.float() * torch.rsqrt(added.float().pow(2).mean(-1, keepdim=True) + self.eps)
        normed = (self.weight * normed).to(x.dtype)
        return normed if residual is None else (normed, added)
