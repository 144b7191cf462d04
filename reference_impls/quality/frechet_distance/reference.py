"""Fréchet distance of two Gaussians, squared (Dowson & Landau 1982; Heusel et al. 2017, arXiv:1706.08500, eq. 6).

    d² = ‖μ₁ - μ₂‖² + Tr(Σ₁) + Tr(Σ₂) - 2 Tr((Σ₁ Σ₂)^½)

Σ₁ Σ₂ is not symmetric, but it has the eigenvalues of S Σ₂ S with S = Σ₁^½, which is symmetric and has none below 0:

    Tr((Σ₁ Σ₂)^½) = Tr((S Σ₂ S)^½) = Σ_i λ_i^½

Both roots come from a symmetric eigendecomposition, where rounding can only push an eigenvalue of 0 slightly below 0, and that is
cut off. A general matrix root of the product turns complex or fails there. FID is this for features of Inception-v3.

Shapes: mu1, mu2 (D,), cov1, cov2 (D,D), symmetric, possibly singular. Returns: a float >= 0 up to rounding.
"""

import torch
from torch import Tensor


def symmetric_root(cov: Tensor) -> Tensor:
    """The positive semidefinite S with S S = cov."""
    values, vectors = torch.linalg.eigh(cov)
    root: Tensor = (vectors * values.clamp(min=0).sqrt()) @ vectors.T
    return root


def frechet_distance(mu1: Tensor, cov1: Tensor, mu2: Tensor, cov2: Tensor) -> float:
    """Squared distance of the means, and what separates the covariances; computed in float64."""
    mu1, cov1, mu2, cov2 = (part.double() for part in (mu1, cov1, mu2, cov2))
    root = symmetric_root(cov1)
    eigenvalues = torch.linalg.eigvalsh(root @ cov2 @ root)  # (D,)
    cross = eigenvalues.clamp(min=0).sqrt().sum()
    means = (mu1 - mu2).square().sum()
    return float(means + cov1.trace() + cov2.trace() - 2 * cross)
