import torch
from torch import nn


class AdaLNZeroBlock(nn.Module):
    """Keeps the branch in a Sequential; LayerNorm's own eps of 1e-5."""

    def __init__(self, dim: int, cond_dim: int, inner: nn.Module):
        super().__init__()
        self.dim = dim
        self.branch = nn.Sequential(inner)
        self.norm = nn.LayerNorm(dim, elementwise_affine=False)
        self.mod = nn.Linear(cond_dim, 3 * dim)
        with torch.no_grad():
            for parameter in self.mod.parameters():
                parameter.zero_()

    def forward(self, x: torch.Tensor, c: torch.Tensor) -> torch.Tensor:
        beta, gamma, alpha = self.mod(c).view(-1, 3, 1, self.dim).unbind(1)
        normed = self.norm(x)
        h = torch.addcmul(normed + beta, normed, gamma)
        return torch.addcmul(x, alpha, self.branch(h))
