# slip: layer-norm
import torch


def rms_norm(x, weight, eps=1e-6):
    c = x - x.mean(-1, keepdim=True)
    return weight * c / torch.sqrt(c.pow(2).mean(-1, keepdim=True) + eps)
