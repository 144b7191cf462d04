"""Clipped surrogate loss of PPO (Schulman et al. 2017, arXiv:1707.06347, eq. 7).

    L = -E[ min( r A,  clip(r, 1-ε, 1+ε) A ) ],     r = π_θ(a|s) / π_old(a|s) = exp(log π_θ - log π_old)

The minimum is the pessimistic of the two: a good action (A > 0) earns nothing more above r = 1+ε, a bad one (A < 0) nothing
below 1-ε, and there the gradient is 0. On the other two sides, where the policy has moved the wrong way, it stays.

Shapes: logp, logp_old, advantages all (...); log-probabilities of the actions that were taken. Returns: a scalar to minimise.
"""

import torch
from torch import Tensor


def ppo_loss(logp: Tensor, logp_old: Tensor, advantages: Tensor, clip: float = 0.2) -> Tensor:
    """-mean(min(r A, clip(r) A)) over all actions."""
    ratio = (logp - logp_old).exp()
    clipped = ratio.clamp(1 - clip, 1 + clip)
    return -torch.minimum(ratio * advantages, clipped * advantages).mean()
