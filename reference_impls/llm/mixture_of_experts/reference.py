"""Sparse mixture of experts (Shazeer et al. 2017, arXiv:1701.06538, eqs. 1 to 5 without the noise; Jiang et al. 2024,
arXiv:2401.04088, section 2.1).

    w_n = softmax over the k largest of x_n W_gate
    y_n = Σ_{e among those k} w_{n,e} · expert_e(x_n)

The tokens of one expert are gathered, run as one batch, and their weighted results added back to their places. The work
of a token grows with k, the parameters with E. The choice has no gradient; the router learns through the weights.

Shapes: x (N,D), gate (D,E), experts: E callables (n,D) -> (n,D), 1 ≤ k ≤ E. Returns: (N,D).
"""

from collections.abc import Callable, Sequence

import torch
from torch import Tensor


def moe_forward(x: Tensor, gate: Tensor, experts: Sequence[Callable[[Tensor], Tensor]], k: int) -> Tensor:
    """The weighted sum of each token's k experts."""
    top, chosen = (x @ gate).topk(k, dim=-1)  # (N,k)
    weights = top.softmax(dim=-1)
    out = torch.zeros_like(x)
    for e, expert in enumerate(experts):
        token, slot = torch.where(chosen == e)  # where expert e is among a token's k
        if len(token):
            out = out.index_add(0, token, weights[token, slot, None] * expert(x[token]))
    return out
