"""One correction of manifold preserving guided diffusion, MPGD (He et al. 2024, arXiv:2311.16424, algorithm 2).

    g  = ∇_{x̂0} Σ_b ‖y_b - A(x̂0)_b‖²          at the clean estimate: no denoiser in between
    x0 = D(E(x̂0 - step · g))                    a pretrained autoencoder brings the moved estimate back to the manifold

DPS differentiates with respect to the noisy sample, backward through the network. Here the gradient stops at x̂0, so a
step costs a backward pass of the operator alone. The corrected x0 then enters an ordinary DDIM step.

Shapes: x0_hat (B,...), y like operator(x0_hat), decode(encode(x)) like x. Returns: x0 (B,...), without a graph.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Map = Callable[[Tensor], Tensor]


def mpgd_x0(x0_hat: Tensor, y: Tensor, operator: Map, step: float, encode: Map, decode: Map) -> Tensor:
    """The clean estimate after a gradient step toward the measurement, and after the autoencoder."""
    x = x0_hat.detach().requires_grad_()
    with torch.enable_grad():
        error = (y - operator(x)).square().sum()
    (gradient,) = torch.autograd.grad(error, x)
    with torch.no_grad():
        moved = x - step * gradient
        return decode(encode(moved))
