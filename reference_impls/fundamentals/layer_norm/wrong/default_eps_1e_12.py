# slip: default-eps-of-1e-12
"""Differs on: x = 1e-3 * torch.randn(4, 16) with eps left out -> values are about three times too large."""
import torch


def layer_norm(x, gamma, beta, eps=1e-12):
    mu = x.mean(-1, keepdim=True)
    diff = x - mu
    std = (diff.pow(2).mean(-1, keepdim=True) + eps).sqrt()
    return diff / std * gamma + beta
