# slip: small-p-left-out
import torch


def kl_divergence(p, q, eps=1e-12):
    keep = p > eps
    safe = torch.where(keep, p, torch.ones_like(p))
    return torch.where(keep, p * (safe / q.clamp(min=eps)).log(), torch.zeros_like(p)).sum(-1)
