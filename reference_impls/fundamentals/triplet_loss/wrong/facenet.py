# slip: squared-distances
import torch


def triplet_loss(a, p, n, margin=1.0):
    pos = ((a - p) ** 2).sum(-1)
    neg = ((a - n) ** 2).sum(-1)
    return torch.relu(pos - neg + margin).mean()
