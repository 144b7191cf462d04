# slip: unbiased-std-plus-eps
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    g = x.reshape(x.size(0), groups, -1)
    y = ((g - g.mean(-1, keepdim=True)) / (g.std(-1, keepdim=True) + eps)).reshape(x.shape)
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
