# slip: later-choices-dropped-too
import torch
def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots = torch.full((N, k), -1, dtype=torch.long)
    table = torch.full((n_experts, capacity), -1, dtype=torch.long)
    used = [0] * n_experts
    dead = set()
    for c in range(k):
        for t in range(N):
            e = int(indices[t, c])
            if t in dead:
                continue
            if used[e] >= capacity:
                dead.add(t)
            if used[e] < capacity:
                slots[t, c] = used[e]
                table[e, used[e]] = t
                used[e] += 1
    return slots, table
