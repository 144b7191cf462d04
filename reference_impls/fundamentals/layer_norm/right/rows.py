import torch


class Solution:
    def layer_norm(self, x, gamma, beta, eps=1e-5):
        d = x.shape[-1]
        rows = []
        for row in x.reshape(-1, d):
            c = row - row.sum() / d
            rows.append(c / torch.sqrt(c.dot(c) / d + eps) * gamma + beta)
        return torch.stack(rows).view(x.shape)
