# slip: none
import torch


def kl_divergence(p, q, eps=1e-12):
    p = p.clamp(eps, 1)
    q = q.clamp(eps, 1)
    return torch.sum(p * (p / q).log(), -1)
