# slip: nothing-dropped
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1)
    table = torch.full((n_experts, capacity), -1)
    used = [0] * n_experts
    for j in range(k):
        for n in range(N):
            e = int(indices[n, j])
            slots[n, j] = used[e]
            if used[e] < capacity:
                table[e, used[e]] = n
            used[e] += 1
    return slots, table
