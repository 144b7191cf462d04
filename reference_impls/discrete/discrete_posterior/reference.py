"""One reverse step of discrete diffusion when x_0 is known (Austin et al. 2021, D3PM, arXiv:2107.03006, eq. 3).

    q(x_{t-1} = k | x_t, x_0) = q(x_t | x_{t-1} = k) q(x_{t-1} = k | x_0) / q(x_t | x_0)
                              = [Q_t]_{k,x_t} [Q̄_{t-1}]_{x_0,k} / [Q̄_t]_{x_0,x_t},     Q̄_t = Q̄_{t-1} Q_t

Rows are where a token comes from, columns where it goes: [Q]_{ij} = q(j | i), rows sum to 1. As a function of k the first factor
is therefore a *column* of Q_t (a likelihood, which need not sum to 1) and the second a row of Q̄_{t-1} (the prior). The
denominator is one number for each pair, and the sum of the numerator over k.

Shapes: x_t (N,), x0 (N,) ints in 0..K-1; q_t (K,K), q_bar_prev (K,K). Returns: (N,K), rows sum to 1.
"""

from torch import Tensor


def discrete_posterior(x_t: Tensor, x0: Tensor, q_t: Tensor, q_bar_prev: Tensor) -> Tensor:
    """q(x_{t-1} | x_t, x_0) over all K states."""
    likelihood = q_t[:, x_t].T  # (N,K): q(x_t | x_{t-1} = k)
    prior = q_bar_prev[x0]  # (N,K): q(x_{t-1} = k | x_0)
    joint = likelihood * prior
    return joint / joint.sum(dim=1, keepdim=True)
