# slip: mean-squared-distances
import torch


def triplet_loss(a, p, n, margin=1.0):
    return torch.clamp(torch.mean((a - p) ** 2, -1) - torch.mean((a - n) ** 2, -1) + margin, min=0).mean()
