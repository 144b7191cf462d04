"""The simple training loss of DDPM (Ho et al. 2020, arXiv:2006.11239, eq. 14 and algorithm 1).

    t ~ U{0..T-1},  ε ~ N(0, I)
    x_t = √ᾱ_t x0 + √(1 - ᾱ_t) ε
    L   = mean (ε - ε_θ(x_t, t))²

Any noise level is reached in one jump, so a training step needs one t for each sample and one call of the network. The paper sums
over the entries and counts t from 1; here is the mean, and t indexes the array of ᾱ.

Shapes: x0 (B,...), any rank; alphas_bar (T,); model(x_t, t) with x_t (B,...) and t (B,). Returns: a scalar.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor], Tensor]


def ddpm_loss(model: Model, x0: Tensor, alphas_bar: Tensor) -> Tensor:
    """Mean squared error of the predicted noise at one random level for each sample."""
    t = torch.randint(0, len(alphas_bar), (x0.shape[0],), device=x0.device)  # (B,)
    eps = torch.randn_like(x0)
    ab = alphas_bar[t].view(-1, *[1] * (x0.ndim - 1))  # (B,1,...,1), whatever the rank
    x_t = ab.sqrt() * x0 + (1 - ab).sqrt() * eps
    return (eps - model(x_t, t)).square().mean()
