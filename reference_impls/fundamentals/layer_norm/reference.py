"""Layer normalisation (Ba et al. 2016, arXiv:1607.06450, eqs. 3 and 4; ε as in PyTorch).

    y = γ ⊙ (x - μ) / √(σ² + ε) + β,   μ = mean(x),   σ² = mean((x - μ)²)

The statistics belong to one token: they run over its features, never over the batch or the sequence, and are the same
in training and evaluation. The variance divides by D, and ε stands inside the root. The deviations are taken before they
are squared: E[x²] - μ² loses all digits where the mean is large against the spread.

Shapes: x (...,D), gamma (D,), beta (D,).
Returns: (...,D).
"""

from torch import Tensor


def layer_norm(x: Tensor, gamma: Tensor, beta: Tensor, eps: float = 1e-5) -> Tensor:
    """Zero mean and unit variance over the last axis, then a learned scale and shift."""
    mu = x.mean(dim=-1, keepdim=True)  # (...,1)
    var = (x - mu).square().mean(dim=-1, keepdim=True)  # (...,1)
    x_hat = (x - mu) / (var + eps).sqrt()  # (...,D)
    return gamma * x_hat + beta
