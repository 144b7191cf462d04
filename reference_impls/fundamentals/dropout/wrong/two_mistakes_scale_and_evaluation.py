# slip: none
import torch


def dropout(x, p, training=True):
    return x * (torch.rand_like(x) >= p)
