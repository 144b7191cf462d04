"""Gradient of score distillation sampling (Poole et al. 2022, DreamFusion, arXiv:2209.14988, eq. 3), with respect to the image.

    x_t = √ᾱ_t x + √(1 - ᾱ_t) ε                             the rendered image, noised
    ε̂   = ε_u + w (ε_c - ε_u)                               guided prediction of a frozen model
    g   = (1 - ᾱ_t) (ε̂ - ε)                                 handed to the renderer as ∂L/∂x: ∇_θ L = (∂x/∂θ)ᵀ g

ε̂ - ε would be the gradient of the denoising loss but for the network's Jacobian, which is left out: it is expensive, and badly
conditioned at low noise. The weight 1 - ᾱ_t is σ_t². Subtracting ε changes no expectation, since its mean is 0; it lowers the
variance.

Shapes: x, eps (B,...), t (B,) integers that index alphas_bar (T,), c as the model wants it. Returns: g, like x, without a graph.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor, Tensor | None], Tensor]


@torch.no_grad()
def sds_gradient(
    model: Model, x: Tensor, t: Tensor, eps: Tensor, c: Tensor, alphas_bar: Tensor, w: float = 100.0
) -> Tensor:
    """(1 - ᾱ_t) (ε̂ - ε), a gradient for x."""
    ab = alphas_bar[t].to(x.dtype).view(-1, *[1] * (x.ndim - 1))  # (B,1,...,1)
    x_t = ab.sqrt() * x + (1 - ab).sqrt() * eps
    eps_c, eps_u = model(x_t, t, c), model(x_t, t, None)
    eps_hat = eps_u + w * (eps_c - eps_u)
    return (1 - ab) * (eps_hat - eps)
