# slip: none
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1)
    table = torch.full((n_experts, capacity), -1)
    used = [0] * n_experts
    for n in range(N):
        experts = indices[n].tolist()
        if all(used[e] < capacity for e in experts):
            for j, e in enumerate(experts):
                slots[n, j] = used[e]
                table[e, used[e]] = n
                used[e] += 1
    return slots, table
