# slip: eps-added-to-both
import torch


def kl_divergence(p, q, eps=1e-12):
    return (p * torch.log((p + eps) / (q + eps))).sum(dim=-1)
