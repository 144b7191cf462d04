# slip: none
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    order = indices.T.reshape(-1)
    slots = torch.full((N * k,), -1)
    rows = []
    for e in order.unique():
        mine = (order == e).nonzero()[:capacity, 0]
        slots[mine] = torch.arange(len(mine))
        rows.append(torch.cat([mine % N, torch.full((capacity - len(mine),), -1)]))
    return slots.view(k, N).T, torch.stack(rows)
