# slip: 1e-12-in-the-root
import torch


def triplet_loss(a, p, n, margin=1.0):
    dist = lambda u, v: torch.sqrt(((u - v) ** 2).sum(-1) + 1e-12)
    return torch.clamp(dist(a, p) - dist(a, n) + margin, min=0.0).mean()
