# slip: unit-length
import torch


def rms_norm(x, weight, eps=1e-6):
    return x / torch.sqrt(torch.sum(x**2, dim=-1, keepdim=True) + eps) * weight
