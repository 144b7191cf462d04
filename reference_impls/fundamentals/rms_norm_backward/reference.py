"""Backward pass of RMS normalization (Zhang & Sennrich 2019, arXiv:1910.07467, eq. 4).

    y = w x̂,   x̂ = x / r,   r = √(mean(x²) + eps)          the mean over the D features of a row

    g = ∂y w
    ∂x = (g - x̂ mean(g x̂)) / r
    ∂w = Σ ∂y x̂                                             the sum over all rows

No mean is subtracted, so only one term remains of layer norm's two: it takes out of g what a stretch of the row would change.
Without eps, ∂x is orthogonal to x.

Shapes: x, dout (...,D), weight (D,). Returns: (dx (...,D), dweight (D,)).
"""

from torch import Tensor


def rms_norm_backward(dout: Tensor, x: Tensor, weight: Tensor, eps: float = 1e-6) -> tuple[Tensor, Tensor]:
    """Gradients with respect to x and weight."""
    r = (x.square().mean(dim=-1, keepdim=True) + eps).sqrt()  # (...,1)
    x_hat = x / r  # (...,D)
    g = dout * weight  # (...,D)
    along = (g * x_hat).mean(dim=-1, keepdim=True)  # (...,1)
    dx = (g - x_hat * along) / r
    D = x.shape[-1]
    dweight = (dout * x_hat).reshape(-1, D).sum(dim=0)
    return dx, dweight
