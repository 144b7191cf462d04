"""Transition matrices of discrete diffusion (Austin et al. 2021, D3PM, arXiv:2107.03006, section 3.1, appendix A.2).

    uniform:    Q = (1 - β) I + β/K 11ᵀ            absorbing:  Q = (1 - β) I + β 1 e_Kᵀ

[Q]_ij = q(x_t = j | x_{t-1} = i): a row holds where state i goes, and sums to 1. With probability β the token is resampled,
from all K states (itself included), or from the single state [MASK], here the last one, which is never left. A product of
matrices of one kind is of that kind, with 1 - β multiplied.

Returns: (K,K).
"""

import torch
from torch import Tensor


def transition_matrix(kind: str, k: int, beta: float) -> Tensor:
    """The probabilities of one step from each state (row) to each state (column)."""
    match kind:
        case "uniform":
            target = torch.full((k, k), 1 / k)
        case "absorbing":
            target = torch.zeros(k, k)
            target[:, -1] = 1
        case _:
            raise ValueError(f"unknown kind {kind!r}")
    return (1 - beta) * torch.eye(k) + beta * target
