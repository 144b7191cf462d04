# slip: instance-norm
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    mean, var = x.mean((2, 3), keepdim=True), x.var((2, 3), keepdim=True, unbiased=False)
    y = (x - mean) * torch.rsqrt(var + eps)
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
