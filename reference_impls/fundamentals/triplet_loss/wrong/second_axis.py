# slip: over-the-second-axis
import torch


def triplet_loss(a, p, n, margin=1.0):
    dim = 1 if a.dim() > 1 else 0
    return torch.relu((a - p).norm(dim=dim) - (a - n).norm(dim=dim) + margin).mean()
