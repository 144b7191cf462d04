# slip: over-all-but-the-batch
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    d = tuple(range(1, x.dim()))
    return gamma * (x - x.mean(d, keepdim=True)) / torch.sqrt(x.var(d, keepdim=True, unbiased=False) + eps) + beta
