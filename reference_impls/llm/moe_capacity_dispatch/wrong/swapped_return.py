# slip: table-first
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    order = indices.T.reshape(-1)
    slots = torch.full((N * k,), -1)
    table = torch.full((n_experts, capacity), -1)
    for e in range(n_experts):
        mine = (order == e).nonzero()[:capacity, 0]
        slots[mine] = torch.arange(len(mine))
        table[e, : len(mine)] = mine % N
    return table, slots.view(k, N).T
