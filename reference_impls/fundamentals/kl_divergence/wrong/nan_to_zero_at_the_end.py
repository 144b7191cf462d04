# slip: rows-with-a-zero-become-0
import torch


def kl_divergence(p, q, eps=1e-12):
    kl = (p * (p / q.clamp(min=eps)).log()).sum(-1)
    return torch.nan_to_num(kl, nan=0.0)
