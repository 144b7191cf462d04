# slip: fixed-number
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    if p == 1:
        return x * 0
    flat = torch.ones(x.numel(), dtype=x.dtype)
    flat[torch.randperm(x.numel())[: int(p * x.numel())]] = 0
    return x * flat.reshape(x.shape) / (1 - p)
