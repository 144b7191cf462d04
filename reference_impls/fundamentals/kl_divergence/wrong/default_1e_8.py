# slip: default-eps-of-1e-8
import torch


def kl_divergence(p, q, eps=1e-8):
    return torch.xlogy(p, p / q.clamp(min=eps)).sum(-1)
