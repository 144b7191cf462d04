"""Guidance gradient of diffusion posterior sampling, DPS (Chung et al. 2023, arXiv:2209.14687, eqs. 10 and 16, algorithm 1).

    x̂0(x_t) = (x_t - √(1 - ᾱ) ε_θ(x_t, t)) / √ᾱ              Tweedie: the mean of x0 given x_t
    g       = ∇_{x_t} Σ_b ‖y_b - A(x̂0(x_t))_b‖²

The likelihood p(y|x_t) has no closed form; DPS puts the mean of x0 into p(y|x0) instead. x̂0 depends on x_t directly and
through the network, so the gradient runs backward through it: one forward and one backward pass in every step.

Shapes: x_t (B,...), y like operator(x0), model(x_t, t) like x_t. Returns: g like x_t, without a graph.
"""

import math
from collections.abc import Callable

import torch
from torch import Tensor


def dps_gradient(
    x_t: Tensor,
    y: Tensor,
    model: Callable[[Tensor, Tensor], Tensor],
    operator: Callable[[Tensor], Tensor],
    alpha_bar: float,
    t: Tensor,
) -> Tensor:
    """The gradient of the measurement error of the clean estimate with respect to the noisy x_t."""
    x = x_t.detach().requires_grad_()
    with torch.enable_grad():
        eps = model(x, t)
        x0_hat = (x - math.sqrt(1 - alpha_bar) * eps) / math.sqrt(alpha_bar)
        error = (y - operator(x0_hat)).square().sum()
    return torch.autograd.grad(error, x)[0]
