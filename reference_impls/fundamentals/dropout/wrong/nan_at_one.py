# slip: zero-over-zero
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    return x * (torch.rand_like(x) >= p) / (1 - p)
