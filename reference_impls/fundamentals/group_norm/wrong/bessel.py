# slip: unbiased-variance
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    n, c, h, w = x.shape
    g = x.view(n, groups, -1)
    y = ((g - g.mean(2, keepdim=True)) / torch.sqrt(g.var(2, keepdim=True) + eps)).view(n, c, h, w)
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
