"""Speculative decoding: which drafts are accepted (Leviathan et al. 2023, arXiv:2211.17192, section 2.3, algorithm 1; Chen et al.
2023, arXiv:2302.01318, algorithm 2).

A small model has drawn tokens x_1..x_n from q_1..q_n; the large one has given p_1..p_{n+1} for all places at once.

    accept x_i while u_i < p_i(x_i) / q_i(x_i)
    at the first rejection draw from norm(max(p_i - q_i, 0)); if there is none, one more token from p_{n+1}

The token of a place then has the distribution p_i: min(p, q) comes through acceptance, and the rest of it, max(p - q, 0), through
the rejections, whose probability is Σ max(p - q, 0). What stands behind a rejected token has been drafted for another text.

Shapes: p (n+1,V), q (n,V), drafts (n,) token ids, u (n,) in [0,1). Returns: the number of accepted drafts, and the distribution
(V,) of the token that follows them.
"""

from torch import Tensor


def speculative_accept(p: Tensor, q: Tensor, drafts: Tensor, u: Tensor) -> tuple[int, Tensor]:
    """How many drafts are accepted, and the distribution of the next token."""
    for i, token in enumerate(drafts.tolist()):
        accepted = u[i] < p[i, token] / q[i, token]
        if not accepted:
            rest = (p[i] - q[i]).clamp(min=0)  # (V,)
            return i, rest / rest.sum()
    return len(drafts), p[-1]
