import torch


class Solution:
    def speculative_accept(self, p, q, drafts, u):
        k = 0
        for k, x in enumerate(drafts):
            if u[k] * q[k][x] >= p[k][x]:
                break
        else:
            return len(drafts), p[len(drafts)].clone()
        shared = torch.minimum(p[k], q[k])
        return torch.tensor(k), (p[k] - shared) / (1 - shared.sum())
