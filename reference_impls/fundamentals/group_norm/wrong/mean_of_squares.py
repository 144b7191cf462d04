# slip: one-pass-variance
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    g = x.reshape(x.shape[0], groups, -1)
    mean = g.mean(-1, keepdim=True)
    var = (g * g).mean(-1, keepdim=True) - mean * mean
    y = ((g - mean) / torch.sqrt(var + eps)).reshape(x.shape)
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
