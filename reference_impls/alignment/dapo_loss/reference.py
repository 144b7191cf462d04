"""Loss of decoupled clip and dynamic sampling policy optimisation (Yu et al. 2025, DAPO, arXiv:2503.14476, eq. 8).

    L = -1/Σ_i |o_i| Σ_i Σ_t min( r A_i,  clip(r, 1-ε_low, 1+ε_high) A_i ),     r = π_θ / π_old

PPO's clipped gain for each token with two distances: the upper one alone is raised, so that unlikely tokens may grow. There
is no penalty, and every token weighs the same, so that a long answer counts as much as its length. The paper's mean runs over
the answers to one question; this one runs over the batch, as libraries have it.

Shapes: logp, logp_old (B,T), advantages (B,), mask (B,T), 1 = a token of an answer, at least one in the batch.
Returns: a scalar to minimise.
"""

import torch
from torch import Tensor


def dapo_loss(
    logp: Tensor,
    logp_old: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip_low: float = 0.2,
    clip_high: float = 0.28,
) -> Tensor:
    """-(clipped gain), averaged over all tokens of the batch."""
    ratio = (logp - logp_old).exp()  # (B,T)
    A = advantages.unsqueeze(-1)  # (B,1)
    gain = torch.minimum(ratio * A, ratio.clamp(1 - clip_low, 1 + clip_high) * A)
    return -(gain * mask).sum() / mask.sum()
