# slip: sent-to-the-next-expert
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1, dtype=torch.long)
    table = torch.full((n_experts, capacity), -1, dtype=torch.long)
    used = [0] * n_experts
    for c in range(k):
        for t in range(N):
            e = int(indices[t, c])
            if used[e] >= capacity:
                e = (e + 1) % n_experts
            if used[e] < capacity:
                slots[t, c] = used[e]
                table[e, used[e]] = t
                used[e] += 1
    return slots, table
