# slip: maximum-not-added-back
import torch


def cross_entropy(logits, targets):
    m = logits.max(-1, keepdim=True).values
    lse = (logits - m).exp().sum(-1).log()
    return (lse - logits[torch.arange(len(targets)), targets]).mean()
