import torch
import torch.nn.functional as F


class Solution:
    def cross_entropy(self, logits, targets):
        one_hot = F.one_hot(targets, logits.shape[1]).to(logits.dtype)
        total = 0
        for row, y in zip(logits, one_hot):
            row = row - row.max().detach()
            total = total - (y * row).sum() + torch.log(torch.exp(row).sum())
        return total / len(logits)
