# problem: k3-kl
# expect: fail
from typing import Optional

import torch


def compute_approx_kl(
    log_probs: torch.Tensor,
    log_probs_base: torch.Tensor,
    action_mask: Optional[torch.Tensor] = None,
    use_kl_estimator_k3: bool = False,
) -> torch.Tensor:
    """Approximate KL between the policy and its base, token by token.

    With use_kl_estimator_k3 the estimate is never negative.
    """
    log_ratio = log_probs.double() - log_probs_base.double()
    if action_mask is not None:
        log_ratio = log_ratio * action_mask
    if use_kl_estimator_k3:
        log_ratio = torch.expm1(log_ratio) - log_ratio
    return log_ratio.to(log_probs.dtype)
