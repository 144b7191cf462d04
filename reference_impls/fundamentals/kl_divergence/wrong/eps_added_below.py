# slip: eps-added-to-q
import torch


def kl_divergence(p, q, eps=1e-12):
    r = torch.where(p > 0, p / (q + eps), 1.0)
    return (p * r.log()).sum(-1)
