# slip: variance-for-the-mean-square
import torch


def rms_norm(x, weight, eps=1e-6):
    return x * torch.rsqrt(x.var(-1, keepdim=True, unbiased=False) + eps) * weight
