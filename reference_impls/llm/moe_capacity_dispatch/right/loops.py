import torch


class Solution:
    def moe_dispatch(self, indices, n_experts, capacity):
        N, k = indices.shape
        slots = -torch.ones(N, k, dtype=torch.long)
        table = -torch.ones(n_experts, capacity, dtype=torch.long)
        filled = [0] * n_experts
        for choice in range(k):
            for token in range(N):
                e = indices[token, choice].item()
                if filled[e] < capacity:
                    slots[token, choice] = filled[e]
                    table[e, filled[e]] = token
                    filled[e] += 1
        return slots, table
