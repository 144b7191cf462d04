"""Dispatch of tokens to experts of limited capacity (Lepikhin et al. 2020, GShard, arXiv:2006.16668, section 2.2 and algorithm 1;
Fedus et al. 2021, arXiv:2101.03961, section 2.2).

Every expert has `capacity` slots. They are given out choice by choice: all first choices in token order, then all second
choices, and so on. An assignment takes the next free slot of its expert,

    slot(n, j) = number of assignments to the same expert before (n, j) in that order,     dropped where slot >= capacity

A dropped assignment takes no slot, so the count and the slot agree: all that follow are dropped, too. The table is what an
expert gathers its batch by; slots say where each token finds its results.

Shapes: indices (N,k), the experts of each token, first choice first. Returns: slots (N,k), -1 where dropped; table
(n_experts, capacity) of token indices, -1 where a slot is empty.
"""

import torch
from torch import Tensor


def moe_dispatch(indices: Tensor, n_experts: int, capacity: int) -> tuple[Tensor, Tensor]:
    """The slot of each assignment, and the token in each slot."""
    N, k = indices.shape
    experts = indices.T.flatten()  # (k·N,): all first choices, then all second choices
    tokens = torch.arange(N).repeat(k)  # (k·N,)
    chosen = experts[:, None] == torch.arange(n_experts)  # (k·N,E)
    slots = (chosen.cumsum(dim=0) - 1)[torch.arange(k * N), experts]  # (k·N,) earlier ones of the same expert
    kept = slots < capacity
    table = torch.full((n_experts, capacity), -1)
    table[experts[kept], slots[kept]] = tokens[kept]
    return slots.where(kept, -1).view(k, N).T, table
