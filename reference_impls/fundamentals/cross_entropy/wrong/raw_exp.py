# slip: no-maximum
import torch


def cross_entropy(logits, targets):
    lse = logits.exp().sum(-1).log()
    return (lse - logits.gather(-1, targets.unsqueeze(-1)).squeeze(-1)).mean()
