import torch


class Solution:
    def sft_loss(self, logits, labels, response_mask):
        B, T, V = logits.shape
        total, n = 0.0, 0
        for b in range(B):
            for t in range(1, T):
                if response_mask[b, t]:
                    z = logits[b, t - 1]
                    total = total + torch.logsumexp(z, 0) - z[labels[b, t]]
                    n += 1
        return total / n if n else torch.tensor(0.0)
