# slip: one-norm-of-everything
import torch


def triplet_loss(a, p, n, margin=1.0):
    return torch.relu(torch.norm(a - p) - torch.norm(a - n) + margin).mean()
