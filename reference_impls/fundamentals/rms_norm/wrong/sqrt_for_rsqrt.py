# slip: multiplied-by-the-root
import torch


def rms_norm(x, weight, eps=1e-6):
    return weight * x * torch.sqrt(x.pow(2).mean(-1, keepdim=True) + eps)
