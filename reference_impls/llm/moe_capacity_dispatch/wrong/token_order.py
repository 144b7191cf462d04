# slip: token-by-token
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1)
    table = torch.full((n_experts, capacity), -1)
    used = [0] * n_experts
    for n in range(N):
        for j in range(k):
            e = int(indices[n, j])
            if used[e] < capacity:
                slots[n, j] = used[e]
                table[e, used[e]] = n
                used[e] += 1
    return slots, table
