# slip: bits
import torch


def kl_divergence(p, q, eps=1e-12):
    r = torch.where(p > 0, p / q.clamp(min=eps), torch.ones_like(p))
    return (p * torch.log2(r)).sum(-1)
