# slip: q-not-bounded
import torch


def kl_divergence(p, q, eps=1e-12):
    return torch.where(p > 0, p * (p / q).log(), torch.zeros_like(p)).sum(-1)
