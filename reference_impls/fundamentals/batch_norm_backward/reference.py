"""Backward pass of batch normalization in training (Ioffe & Szegedy 2015, arXiv:1502.03167, section 3, after algorithm 1).

    y = γ x̂ + β,   x̂ = (x - μ) / σ,   σ = √(var + eps)      μ, var (biased) of a channel over its M = N H W values

    ∂β = Σ ∂y,   ∂γ = Σ ∂y x̂                                sums over batch and positions
    ∂x = γ/σ (∂y - ∂β/M - x̂ ∂γ/M)

The batch's statistics depend on every value of the channel, so that each sample's gradient depends on all others. γ belongs to
the channel and stands before the means: in layer norm, where it differs within a row, it must stay inside.

Shapes: x, dout (N,C,H,W), gamma (C,). Returns: (dx (N,C,H,W), dgamma (C,), dbeta (C,)).
"""

from torch import Tensor

EACH_CHANNEL = (0, 2, 3)


def batch_norm_backward(dout: Tensor, x: Tensor, gamma: Tensor, eps: float = 1e-5) -> tuple[Tensor, Tensor, Tensor]:
    """Gradients with respect to x, gamma and beta."""
    M = x.numel() / x.shape[1]
    centered = x - x.mean(dim=EACH_CHANNEL, keepdim=True)
    sigma = (centered.square().mean(dim=EACH_CHANNEL, keepdim=True) + eps).sqrt()  # (1,C,1,1)
    x_hat = centered / sigma
    dbeta = dout.sum(dim=EACH_CHANNEL, keepdim=True)  # (1,C,1,1)
    dgamma = (dout * x_hat).sum(dim=EACH_CHANNEL, keepdim=True)  # (1,C,1,1)
    dx = gamma.view(1, -1, 1, 1) / sigma * (dout - dbeta / M - x_hat * dgamma / M)
    return dx, dgamma.flatten(), dbeta.flatten()
