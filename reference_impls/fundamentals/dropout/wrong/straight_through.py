# slip: mask-without-gradient-at-one-too
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    with torch.no_grad():
        q = 1.0 - p
        if q == 0:
            y = torch.zeros_like(x)
        else:
            y = x * torch.bernoulli(torch.full_like(x, q)) / q
        delta = y - x
    return x + delta
