# slip: 1e-8-in-the-root
import torch


def triplet_loss(a, p, n, margin=1.0):
    d_pos = (torch.sum((a - p).pow(2), dim=-1) + 1e-8).sqrt()
    d_neg = (torch.sum((a - n).pow(2), dim=-1) + 1e-8).sqrt()
    return torch.relu(d_pos - d_neg + margin).mean()
