import torch


def dropout(x, p, training=True):
    if training:
        drop = torch.rand_like(x) < p
        scale = 1 / (1 - p) if p < 1 else 0.0
        return torch.where(drop, torch.zeros_like(x), x * scale)
    return x
