# slip: last-slot-overwritten
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1)
    table = torch.full((n_experts, capacity), -1)
    used = [0] * n_experts
    for j in range(k):
        for n in range(N):
            e = int(indices[n, j])
            s = min(used[e], capacity - 1)
            slots[n, j] = s
            table[e, s] = n
            used[e] += 1
    return slots, table
