# slip: tokens-all-or-nothing
import torch


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1, dtype=torch.long)
    table = torch.full((n_experts, capacity), -1, dtype=torch.long)
    load = [0] * n_experts
    for t in range(N):
        es = indices[t].tolist()
        if any(load[e] >= capacity for e in es):
            continue
        for j, e in enumerate(es):
            slots[t, j] = load[e]
            table[e, load[e]] = t
            load[e] += 1
    return slots, table
