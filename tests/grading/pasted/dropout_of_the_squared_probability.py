# problem: dropout
# expect: fail
# says: there, your code passes every check
# not: It should give the same
import torch


def dropout(x, p, training=True):
    if not training or p == 0:
        return x
    if p == 1:
        return torch.zeros_like(x) * x
    chance = p**2
    stays = torch.rand(x.shape) >= chance
    return torch.where(stays, x / (1 - p), torch.zeros_like(x))
