"""Gradient penalty of the Wasserstein GAN (Gulrajani et al. 2017, arXiv:1704.00028, eq. 3 and algorithm 1).

    x̂ = α x_real + (1 - α) x_fake,   α ~ U(0, 1) per sample
    penalty = E[(‖∇_x̂ f(x̂)‖₂ - 1)²]

The critic f has to be 1-Lipschitz; an optimal one has gradient norm 1 almost everywhere on the lines between paired points,
so the norm is drawn to 1 there, from both sides. The penalty is a function of the critic's weights through the gradient:
it is differentiated a second time, hence create_graph. A sample's score depends on that sample alone, so the gradient of
the sum of all scores holds every sample's gradient (and batch norm, which mixes samples, is out).

Shapes: real and fake (B,...), alpha (B,1,...,1), critic (B,...) -> (B,) or (B,1). Returns: a scalar.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def gradient_penalty(critic: Callable[[Tensor], Tensor], real: Tensor, fake: Tensor, alpha: Tensor) -> Tensor:
    """How far the critic's gradient norms are from 1 between real and fake samples."""
    x_hat = (alpha * real + (1 - alpha) * fake).detach().requires_grad_()  # (B,...)
    scores = critic(x_hat)
    gradient = torch.autograd.grad(scores.sum(), x_hat, create_graph=True)[0]  # (B,...)
    norm = gradient.flatten(1).norm(dim=1)  # (B,)
    return (norm - 1).square().mean()
