"""Loss of group relative policy optimisation (Shao et al. 2024, DeepSeekMath, arXiv:2402.03300, eq. 3 and 4).

    L = -1/B Σ_i 1/|o_i| Σ_t { min( r A_i,  clip(r, 1-ε, 1+ε) A_i ) - β k3 },     r = π_θ / π_old
    k3 = exp(d) - d - 1,     d = log π_ref - log π_θ

PPO's clipped gain for each token, with one advantage for the whole answer, and the penalty in the loss instead of the reward.
The ratio is to the policy that gave the samples, the penalty to the frozen reference. Each answer is averaged over its own
tokens first, so that a token of a short answer weighs more than one of a long answer.

Shapes: logp, logp_old, logp_ref (B,T), advantages (B,), mask (B,T), 1 = a token of the answer, at least one in each row.
Returns: a scalar to minimise.
"""

import torch
from torch import Tensor


def grpo_loss(
    logp: Tensor,
    logp_old: Tensor,
    logp_ref: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip: float = 0.2,
    beta: float = 0.04,
) -> Tensor:
    """-(clipped gain - β k3), averaged over each sequence's tokens, then over the sequences."""
    ratio = (logp - logp_old).exp()  # (B,T)
    A = advantages.unsqueeze(-1)  # (B,1)
    gain = torch.minimum(ratio * A, ratio.clamp(1 - clip, 1 + clip) * A)
    d = logp_ref - logp
    k3 = torch.expm1(d) - d
    objective = gain - beta * k3  # (B,T)
    return -((objective * mask).sum(dim=-1) / mask.sum(dim=-1)).mean()
