# slip: none
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    return x * (torch.rand(x.shape[-1]) >= p) / (1 - p)
