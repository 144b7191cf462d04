# slip: softmax-twice
import torch


def cross_entropy(logits, targets):
    p = torch.softmax(logits, dim=1)
    return (torch.logsumexp(p, 1) - p[torch.arange(len(p)), targets]).mean()
