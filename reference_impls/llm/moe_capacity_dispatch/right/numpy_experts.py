import numpy as np


def moe_dispatch(indices, n_experts, capacity):
    idx = np.asarray(indices)
    n, k = idx.shape
    order = idx.T.ravel()
    slots = np.full(n * k, -1)
    table = np.full((n_experts, capacity), -1)
    for e in range(n_experts):
        mine = np.flatnonzero(order == e)[:capacity]
        slots[mine] = np.arange(mine.size)
        table[e, : mine.size] = mine % n
    return slots.reshape(k, n).T, table
