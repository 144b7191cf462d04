# slip: returned-as-floats
import torch
def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1.0)
    table = torch.full((n_experts, capacity), -1.0)
    used = [0] * n_experts
    for c in range(k):
        for n in range(N):
            e = int(indices[n, c])
            if used[e] < capacity:
                slots[n, c] = used[e]
                table[e, used[e]] = n
                used[e] += 1
    return slots, table
