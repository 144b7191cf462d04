import torch


class Solution:
    def dapo_loss(self, logp, logp_old, advantages, mask, clip_low=0.2, clip_high=0.28):
        terms = []
        for new, old, a, row in zip(logp, logp_old, advantages, mask):
            for t in range(len(row)):
                if row[t] == 0:
                    continue
                r = torch.exp(new[t] - old[t])
                terms.append(torch.min(r * a, r.clamp(1 - clip_low, 1 + clip_high) * a))
        return -sum(terms) / len(terms)
