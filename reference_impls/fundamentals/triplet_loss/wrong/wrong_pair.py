# slip: positive-to-negative
import torch


def triplet_loss(a, p, n, margin=1.0):
    return torch.relu((a - p).norm(dim=-1) - (p - n).norm(dim=-1) + margin).mean()
