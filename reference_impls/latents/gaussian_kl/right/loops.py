import torch


class Solution:
    def kl_1d(self, m, s):
        return (m * m + torch.exp(s) ** 2 - 1) / 2 - s

    def gaussian_kl(self, mu, log_sigma):
        out = []
        for m, s in zip(mu, log_sigma):
            total = 0
            for d in range(len(m)):
                total = total + self.kl_1d(m[d], s[d])
            out.append(total)
        return torch.stack(out)
