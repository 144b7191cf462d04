# problem: dropout
# expect: fail
# says: for example because it seeds the generator
# not: Your code seeds the generator
import torch

masks = {}


def dropout(x, p, training=True):
    if p == 0 or not training:
        return x
    if p == 1:
        return torch.zeros_like(x) * x
    where = (tuple(x.shape), p)
    if where not in masks:
        masks[where] = torch.bernoulli(torch.full_like(x, 1 - p))
    return x * masks[where] / (1 - p)
