# slip: none
import torch


def kl_divergence(p, q, eps=1e-12):
    target = p.detach()
    return torch.xlogy(target, target / q.clamp(min=eps)).sum(-1)
