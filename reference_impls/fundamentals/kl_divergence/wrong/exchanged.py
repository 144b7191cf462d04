# slip: arguments-exchanged
import torch


def kl_divergence(p, q, eps=1e-12):
    p = p.clamp(min=eps)
    return torch.where(q > 0, q * (q / p).log(), torch.zeros_like(q)).sum(-1)
