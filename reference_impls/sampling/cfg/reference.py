"""Classifier-free guidance (Ho and Salimans 2022, arXiv:2207.12598, eq. 6), in the convention of Imagen (Saharia et al. 2022,
arXiv:2205.11487, eq. 2) and diffusers.

    ε̃ = ε_u + w (ε_c - ε_u)        ε_c = ε_θ(x, t, c),  ε_u = ε_θ(x, t, ∅)

w = 0 is the unconditional prediction, w = 1 the conditional one, w > 1 extrapolates past it: closer to the prompt, less variety.
Ho and Salimans write (1 + w) ε_c - w ε_u, so their w is this one minus 1. One network serves both predictions, since training
drops the condition at random; here None stands for the dropped condition. The same rule holds for x0, v, score and velocity.

Shapes: x (B,...), t (B,), c as the model wants it; model(x, t, c) and model(x, t, None) like x. Returns: guided ε, like x.
"""

from collections.abc import Callable

import torch
from torch import Tensor

Model = Callable[[Tensor, Tensor, Tensor | None], Tensor]


@torch.no_grad()
def cfg_eps(model: Model, x: Tensor, t: Tensor, c: Tensor, w: float = 7.5) -> Tensor:
    """The noise prediction, w times as far from the unconditional one as the conditional one is."""
    eps_c, eps_u = model(x, t, c), model(x, t, None)
    return eps_u + w * (eps_c - eps_u)
