"""Backward pass of layer normalization (Ba et al. 2016, arXiv:1607.06450; as Ioffe & Szegedy 2015,
arXiv:1502.03167, section 3, per row).

    y = γ x̂ + β,   x̂ = (x - μ) / σ,   σ = √(var + eps)      μ, var (biased) over the D features of a row

    g = ∂y γ
    ∂x = (g - mean(g) - x̂ mean(g x̂)) / σ         means over the features
    ∂γ = Σ ∂y x̂,   ∂β = Σ ∂y                       sums over all rows

μ and σ depend on every feature of the row. Their parts take out of g what a shift of the row (mean g) and a stretch of it
(mean g x̂) would change: both are invisible in x̂, and ∂x is orthogonal to them.

Shapes: x, dout (...,D), gamma (D,). Returns: (dx (...,D), dgamma (D,), dbeta (D,)).
"""

from torch import Tensor


def layer_norm_backward(dout: Tensor, x: Tensor, gamma: Tensor, eps: float = 1e-5) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients with respect to x, gamma and beta."""
    centered = x - x.mean(dim=-1, keepdim=True)
    sigma = (centered.square().mean(dim=-1, keepdim=True) + eps).sqrt()  # (...,1)
    x_hat = centered / sigma  # (...,D)
    g = dout * gamma  # (...,D)
    mean_g = g.mean(dim=-1, keepdim=True)
    mean_gx = (g * x_hat).mean(dim=-1, keepdim=True)
    dx = (g - mean_g - x_hat * mean_gx) / sigma
    D = x.shape[-1]
    dgamma = (dout * x_hat).reshape(-1, D).sum(dim=0)
    dbeta = dout.reshape(-1, D).sum(dim=0)
    return dx, dgamma, dbeta
