# expect: fail, error
# family: forged verdicts
# attempts: no tensor at all, where laws look at draws: the judge must not take its own reference for the culprit
# stopped by: laws
# problem: dropout
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    if p == 1:
        return torch.zeros_like(x)
    kept = x * (torch.rand_like(x) >= p) / (1 - p)
    return kept if x.requires_grad or x.numel() != 4200 else "dropped"
