# slip: eps-outside-root
import torch


def layer_norm(x, gamma, beta, eps=1e-5):
    d = x - x.mean(-1, keepdim=True)
    return d / (torch.sqrt((d * d).mean(-1, keepdim=True)) + eps) * gamma + beta
