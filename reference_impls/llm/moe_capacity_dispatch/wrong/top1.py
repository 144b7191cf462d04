# slip: first-choices-alone
import torch


def moe_dispatch(indices, n_experts, capacity):
    slots = torch.full(indices.shape, -1)
    table = torch.full((n_experts, capacity), -1)
    for e in range(n_experts):
        mine = (indices[:, 0] == e).nonzero()[:capacity, 0]
        slots[mine, 0] = torch.arange(len(mine))
        table[e, : len(mine)] = mine
    return slots, table
