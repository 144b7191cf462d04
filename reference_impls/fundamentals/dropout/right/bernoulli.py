import torch


def dropout(x, p, training=True):
    if not training or p == 0.0:
        return x.clone()
    if p == 1.0:
        return torch.zeros_like(x) * x
    mask = torch.bernoulli(torch.full_like(x, 1 - p))
    return mask * x / (1 - p)
