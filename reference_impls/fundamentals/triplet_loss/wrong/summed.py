# slip: sum
import torch


def triplet_loss(a, p, n, margin=1.0):
    return torch.relu((a - p).norm(dim=-1) - (a - n).norm(dim=-1) + margin).sum()
