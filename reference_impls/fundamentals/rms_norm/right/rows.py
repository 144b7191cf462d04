import torch


class Solution:
    def rms_norm(self, x, weight, eps=1e-6):
        d = x.shape[-1]
        out = []
        for row in x.reshape(-1, d):
            r = (row.dot(row) / d + eps).sqrt()
            out.append(torch.stack([row[i] / r * weight[i] for i in range(d)]))
        return torch.stack(out).reshape(x.shape)
