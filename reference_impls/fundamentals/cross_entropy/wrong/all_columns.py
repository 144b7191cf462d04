# slip: none
import torch


def cross_entropy(logits, targets):
    """Indexes columns for every row: an N x N table."""
    lp = logits - torch.logsumexp(logits, 1, keepdim=True)
    return -lp[:, targets].mean()
