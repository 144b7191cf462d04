# slip: rows-in-one-axis
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    rows = x.flatten(0, -2) if x.dim() > 1 else x[None]
    centred = rows - rows.mean(1, keepdim=True)
    return centred * torch.rsqrt(centred.pow(2).mean(1, keepdim=True) + eps) * gamma + beta
