# slip: no-eps
import torch


def rms_norm(x, weight, eps=1e-6):
    return weight * x * torch.rsqrt((x**2).mean(-1, keepdim=True))
