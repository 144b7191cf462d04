"""Top-k routing of a mixture of experts with its load-balancing loss (Shazeer et al. 2017, arXiv:1701.06538, section 2.1;
Fedus et al. 2021, arXiv:2101.03961, eqs. 4 to 6; gates as in Mixtral, Jiang et al. 2024, arXiv:2401.04088, section 2.1).

    p_n   = softmax(logits_n)                             over the E experts
    gates = the k largest p_n, divided by their sum
    aux   = E Σ_e f_e P_e,   f_e = share of the N·k assignments that go to expert e,   P_e = mean of p_{n,e} over the tokens

f counts, so it has no gradient: P carries it, and pushes down most where f is large. With equal loads and equal mean
probabilities aux is 1, whatever E and k are.

Shapes: logits (N,E), 1 ≤ k ≤ E. Returns: gates (N,k) in decreasing order, their experts (N,k), and the scalar aux.
"""

import torch
from torch import Tensor


def moe_router(logits: Tensor, k: int) -> tuple[Tensor, Tensor, Tensor]:
    """Weights and indices of each token's experts, and the loss that keeps the experts equally busy."""
    N, E = logits.shape
    p = logits.softmax(dim=-1)  # (N,E)
    top, indices = p.topk(k, dim=-1)  # (N,k)
    gates = top / top.sum(dim=-1, keepdim=True)
    f = torch.bincount(indices.flatten(), minlength=E) / (N * k)  # (E,)
    aux = E * (f * p.mean(dim=0)).sum()
    return gates, indices, aux
