"""Entropy of a categorical distribution from its logits (Cover & Thomas 2006, eq. 2.1; Mnih et al. 2016, arXiv:1602.01783).

    H = -Σ_v p_v log p_v,   log p = z - log Σ_u exp(z_u),   0 log 0 = 0

log p comes from log_softmax: log(softmax) would be log 0 for a token far below the best. A token that is masked out with -inf has
p = 0 and log p = -inf, and 0 · (-inf) is NaN, so that its term is set to 0.

Shapes: logits (...,V) -> (...), in nats, between 0 and log V.
"""

from torch import Tensor


def entropy_from_logits(logits: Tensor) -> Tensor:
    """Expected surprise of the softmax over the last axis."""
    log_p = logits.log_softmax(dim=-1)  # (...,V)
    finite = log_p.masked_fill(log_p.isneginf(), 0)
    return -(log_p.exp() * finite).sum(dim=-1)
