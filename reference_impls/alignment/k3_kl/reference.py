"""The k3 estimate of the KL divergence to a reference policy (Schulman 2020, "Approximating KL divergence"; GRPO's penalty:
Shao et al. 2024, arXiv:2402.03300, eq. 4).

    D_KL(π_θ ‖ π_ref) ≈ k3 = ρ - 1 - log ρ = exp(d) - d - 1,     ρ = π_ref / π_θ,  d = log π_ref - log π_θ

The tokens were sampled from π_θ, under which ρ - 1 has mean 0: adding it to the plain estimate -d keeps the mean and takes the
first-order noise away. No tangent of exp lies above it, so each k3 is >= 0, about d²/2 where the policies nearly agree.

Shapes: logp, logp_ref (B,T), log-probabilities of the sampled tokens. Returns: one estimate for each token, (B,T).
"""

import torch
from torch import Tensor


def k3_kl(logp: Tensor, logp_ref: Tensor) -> Tensor:
    """exp(d) - d - 1 for each token."""
    d = logp_ref - logp  # (B,T)
    return torch.expm1(d) - d  # exp(d) - 1 in one step: exp(d) is so close to 1 that float32 rounds most of d² away
