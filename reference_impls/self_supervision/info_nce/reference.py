"""InfoNCE with explicit negatives (van den Oord et al. 2018, arXiv:1807.03748; in this form He et al. 2020, MoCo,
arXiv:1911.05722).

    L = - log( exp(q·k⁺/τ) / ( exp(q·k⁺/τ) + Σ_j exp(q·k_j⁻/τ) ) )        mean over the batch

Cross-entropy for picking the positive among K + 1 candidates: the positive stands in the denominator too, so L > 0, and
log(K + 1) is a guess. Logits reach 1/τ, and exp overflows where τ is small; logsumexp subtracts the largest first.

Shapes: q (B,d), k_pos (B,d), k_neg (B,K,d), normalised by the caller. Returns: a scalar; gradients reach all three.
"""

import torch
from torch import Tensor


def info_nce(q: Tensor, k_pos: Tensor, k_neg: Tensor, tau: float = 0.07) -> Tensor:
    """Mean over the batch of log Σ exp(logits) - positive logit."""
    pos = (q * k_pos).sum(dim=-1, keepdim=True)  # (B,1)
    neg = torch.einsum("bd,bkd->bk", q, k_neg)  # (B,K)
    logits = torch.cat([pos, neg], dim=1) / tau  # (B,1+K)
    return (logits.logsumexp(dim=1) - logits[:, 0]).mean()
