# slip: hinge-after-the-mean
import torch


def triplet_loss(a, p, n, margin=1.0):
    gap = (a - p).norm(dim=-1) - (a - n).norm(dim=-1)
    return torch.clamp(gap.mean() + margin, min=0)
