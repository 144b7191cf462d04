# slip: none
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    g = x.view(x.shape[0], groups, -1)
    g -= g.mean(-1, keepdim=True)
    g /= (g.square().mean(-1, keepdim=True) + eps).sqrt()
    y = x
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
