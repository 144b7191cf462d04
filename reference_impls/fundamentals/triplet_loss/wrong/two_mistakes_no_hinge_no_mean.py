# slip: no-hinge
import torch


def triplet_loss(a, p, n, margin=1.0):
    return torch.norm(a - p, dim=-1) - torch.norm(a - n, dim=-1) + margin
