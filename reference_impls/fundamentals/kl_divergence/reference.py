"""Kullback-Leibler divergence of discrete distributions (Cover and Thomas 2006, Elements of Information Theory, section 2.3).

    D(p ‖ q) = Σ_c p_c log(p_c / q_c),   0 log(0 / q) = 0

in nats. The sum is weighted with the first argument, and is not symmetric. A term with p_c = 0 counts 0, the limit of
p log p, which 0 · log 0 in floating point is not. Where q_c = 0 and p_c > 0 the divergence is infinite; a bound max(q_c, ε)
makes it large and finite. p has no bound.

Shapes: p, q (...,C), each row along the last axis a distribution.
Returns: (...).
"""

import torch
from torch import Tensor


def kl_divergence(p: Tensor, q: Tensor, eps: float = 1e-12) -> Tensor:
    """Expected log ratio under p, over the last axis."""
    log_p = torch.where(p > 0, p, 1.0).log()  # (...,C), 0 where p is 0: finite, also in the gradient
    log_q = q.clamp(min=eps).log()  # (...,C)
    return (p * (log_p - log_q)).sum(dim=-1)
