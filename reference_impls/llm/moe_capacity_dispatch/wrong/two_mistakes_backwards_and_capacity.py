# slip: none
import numpy as np


def moe_dispatch(indices, n_experts, capacity):
    a = np.asarray(indices)
    N, k = a.shape
    slots = np.full((N, k), capacity)
    table = np.full((n_experts, capacity), -1)
    cnt = np.zeros(n_experts, dtype=int)
    for c in range(k):
        for t in range(N - 1, -1, -1):
            e = a[t, c]
            if cnt[e] < capacity:
                slots[t, c] = cnt[e]
                table[e, cnt[e]] = t
                cnt[e] += 1
    return slots, table
