# slip: whole-sample
import torch


def group_norm(x, groups, gamma, beta, eps=1e-5):
    dims = (1, 2, 3)
    mean, var = x.mean(dims, keepdim=True), x.var(dims, keepdim=True, unbiased=False)
    y = (x - mean) * torch.rsqrt(var + eps)
    return gamma.view(1, -1, 1, 1) * y + beta.view(1, -1, 1, 1)
