# slip: empty-as-zero
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1)
    table = torch.zeros(n_experts, capacity).long()
    used = [0] * n_experts
    for j in range(k):
        for n in range(N):
            e = int(indices[n, j])
            if used[e] < capacity:
                slots[n, j] = used[e]
                table[e, used[e]] = n
                used[e] += 1
    return slots, table
