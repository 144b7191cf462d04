"""Classifier guidance for a network that predicts noise (Dhariwal and Nichol 2021, arXiv:2105.05233, algorithm 2, eq. 14).

    ∇ log p(x_t|y) = ∇ log p(x_t) + ∇ log p(y|x_t)          Bayes' rule; p(y) does not depend on x_t
    ∇ log p(x_t)   = -ε_θ / √(1 - ᾱ)                        noise prediction and score
    ε̂ = ε_θ - √(1 - ᾱ) s ∇_x log p(y|x_t)

s > 1 samples from p(x) p(y|x)^s up to its constant, sharper than the posterior. The classifier has to know noisy inputs.
One backward pass runs through it, none through the denoiser.

Shapes: eps, x (B,...), y (B,), classifier(x) logits (B,C), alpha_bar a number or (B,). Returns: ε̂ like x, without a graph.
"""

from collections.abc import Callable

import torch
from torch import Tensor


def classifier_guided_eps(
    eps: Tensor,
    x: Tensor,
    y: Tensor,
    classifier: Callable[[Tensor], Tensor],
    alpha_bar: float | Tensor,
    scale: float = 1.0,
) -> Tensor:
    """The noise prediction, moved toward class y."""
    leaf = x.detach().requires_grad_()
    with torch.enable_grad():
        log_p = classifier(leaf).log_softmax(dim=-1)  # (B,C)
        chosen = log_p.gather(1, y[:, None])  # (B,1)
    grad = torch.autograd.grad(chosen.sum(), leaf)[0]  # the sum keeps the samples apart
    ab = torch.as_tensor(alpha_bar, dtype=x.dtype).view(-1, *[1] * (x.ndim - 1))  # (B,1,...,1)
    return eps.detach() - (1 - ab).sqrt() * scale * grad
