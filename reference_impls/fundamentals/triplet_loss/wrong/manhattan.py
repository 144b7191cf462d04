# slip: sum-of-absolutes
import torch


def triplet_loss(a, p, n, margin=1.0):
    return torch.relu(torch.abs(a - p).sum(-1) - torch.abs(a - n).sum(-1) + margin).mean()
