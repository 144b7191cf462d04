"""Marginal of discrete diffusion (Austin et al. 2021, D3PM, arXiv:2107.03006, eq. 3).

    q(x_t | x_0) = Cat(x_t; p = x_0 Q̄_t),    Q̄_t = Q_1 Q_2 ... Q_t

x_0 is a one-hot row vector, so the product picks row x_0 of Q̄: a look-up, no matrix product. Each token is corrupted on its
own. Row vectors multiply from the left, hence the order of the product.

Shapes: x0 (B,L) of integers in 0..K-1, q_bar (K,K) with rows that sum to 1. Returns: (B,L,K).
"""

from torch import Tensor


def discrete_q_sample_probs(x0: Tensor, q_bar: Tensor) -> Tensor:
    """The distribution of every noisy token."""
    return q_bar[x0]
