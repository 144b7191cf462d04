# slip: global-maximum
import torch


def cross_entropy(logits, targets):
    z = logits - logits.max()
    lp = z - z.exp().sum(1, keepdim=True).log()
    return -lp[range(len(targets)), targets].mean()
