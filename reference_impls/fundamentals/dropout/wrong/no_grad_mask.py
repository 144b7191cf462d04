# slip: detached
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    if p == 1:
        return x * 0
    with torch.no_grad():
        return x * (torch.rand_like(x) >= p) / (1 - p)
