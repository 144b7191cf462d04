# slip: statistics-detached
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    g = x.reshape(x.shape[0], groups, -1)
    with torch.no_grad():
        mean = g.mean(-1, keepdim=True)
        std = (g.var(-1, keepdim=True, unbiased=False) + eps).sqrt()
    y = ((g - mean) / std).reshape(x.shape)
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
