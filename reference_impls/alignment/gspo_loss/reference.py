"""Loss of group sequence policy optimization (Zheng et al. 2025, GSPO, arXiv:2507.18071, eqs. 5 and 7).

    s_i = (π_θ(y_i|x) / π_old(y_i|x))^{1/|y_i|} = exp( 1/|y_i| Σ_t log π_θ(y_it) - log π_old(y_it) )
    L   = -1/B Σ_i min( s_i A_i,  clip(s_i, 1-ε_low, 1+ε_high) A_i )

The reward judges the whole answer, so the ratio and its clip do too: an answer is clipped as one. s is the geometric mean of
the tokens' ratios; without the root a long answer's ratio would leave any range. A mean of many log-ratios is near 0, hence the
narrow range.

Shapes: logp, logp_old (B,T), advantages (B,), mask (B,T), 1 = a token of the answer, at least one in every row.
Returns: a scalar to minimise.
"""

import torch
from torch import Tensor


def gspo_loss(
    logp: Tensor,
    logp_old: Tensor,
    advantages: Tensor,
    mask: Tensor,
    clip_low: float = 3e-4,
    clip_high: float = 4e-4,
) -> Tensor:
    """-(clipped gain), one for each sequence, averaged over the sequences."""
    log_ratio = ((logp - logp_old) * mask).sum(dim=-1) / mask.sum(dim=-1)  # (B,)
    s = log_ratio.exp()
    gain = torch.minimum(s * advantages, s.clamp(1 - clip_low, 1 + clip_high) * advantages)
    return -gain.mean()
