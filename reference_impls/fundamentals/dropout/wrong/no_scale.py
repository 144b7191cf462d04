# slip: not-scaled
import torch


def dropout(x, p, training=True):
    if not training:
        return x
    return x * (torch.rand_like(x) > p)
