"""Token rewards of PPO for language models: a KL penalty everywhere, the score at the end (Ziegler et al. 2019,
arXiv:1909.08593, eq. 2; Ouyang et al. 2022, arXiv:2203.02155, eq. 2).

    r_t = -β (log π_θ(y_t) - log π_ref(y_t))  +  [t is the last token of the response] R

Without discount they add up to R - β log(π_θ(y)/π_ref(y)): the score of the whole response, minus the estimate k1 of the KL.
The reward model has read a whole response, so its score is paid once, where the response ends, and reaches the tokens before
through returns or advantages.

Shapes: score (B,), logp, logp_ref, mask (B,T), mask 1 = a response token, at least one in each row. Returns: (B,T), 0 elsewhere.
"""

import torch
from torch import Tensor


def kl_shaped_rewards(score: Tensor, logp: Tensor, logp_ref: Tensor, beta: float, mask: Tensor) -> Tensor:
    """-β times the log-ratio at response tokens, and the score at the last of them."""
    B, T = mask.shape
    rewards = -beta * (logp - logp_ref) * mask  # (B,T)
    last = (mask * torch.arange(1, T + 1)).argmax(dim=-1)  # (B,), the largest position with mask 1
    rewards[torch.arange(B), last] += score
    return rewards
