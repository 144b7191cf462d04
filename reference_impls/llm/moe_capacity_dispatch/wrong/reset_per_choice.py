# slip: each-choice-its-own-slots
import torch
import torch.nn.functional as F


def moe_dispatch(indices, n_experts, capacity):
    N, k = indices.shape
    slots, table = torch.full((N, k), -1), torch.full((n_experts, capacity), -1)
    for j in range(k):
        loc = F.one_hot(indices[:, j], n_experts).cumsum(0).gather(1, indices[:, j : j + 1])[:, 0] - 1
        ok = loc < capacity
        slots[ok, j] = loc[ok]
        table[indices[ok, j], loc[ok]] = torch.arange(N)[ok]
    return slots, table
