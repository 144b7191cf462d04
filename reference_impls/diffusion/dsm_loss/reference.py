"""Denoising score matching with Gaussian noise (Vincent 2011, Neural Computation 23(7); Song & Ermon 2019,
arXiv:1907.05600, eq. 5, with the weight λ(σ) = σ² of eq. 6).

    x̃ = x + σ ε,  ε ~ N(0, I)
    ∇_x̃ log q(x̃ | x) = -(x̃ - x)/σ² = -ε/σ
    L = ½ E σ² ‖s_θ(x̃, σ) + ε/σ‖² = ½ E ‖σ s_θ(x̃, σ) + ε‖²

The target is the score of the kernel, yet the minimiser is that of the noisy density q_σ (not of the data). The target grows like
1/σ; with the weight σ² it has unit size at every level, and the loss is half that of predicting the noise by -σ s_θ. In its
second form nothing is divided by σ.

Shapes: x (B,...), rank 2 or more; sigma a float or (B,); score(x̃, sigma) with x̃ (B,...). Returns: a scalar.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Sigma = Tensor | float
Score = Callable[[Tensor, Sigma], Tensor]


def dsm_loss(score: Score, x: Tensor, sigma: Sigma) -> Tensor:
    """Half the squared error of the score at a noisy sample, weighted by sigma², summed over each sample's entries."""
    s = torch.as_tensor(sigma, dtype=x.dtype, device=x.device)
    s = s.view(-1, *[1] * (x.ndim - 1))  # (B,1,...,1), or (1,1,...,1) from a float
    eps = torch.randn_like(x)
    x_noisy = x + s * eps
    error = s * score(x_noisy, sigma) + eps  # σ (s_θ + ε/σ)
    return 0.5 * error.square().flatten(1).sum(dim=1).mean()
