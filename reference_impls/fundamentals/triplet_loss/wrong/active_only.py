# slip: mean-over-active-triplets
import torch


def triplet_loss(a, p, n, margin=1.0):
    loss = torch.relu((a - p).norm(dim=-1) - (a - n).norm(dim=-1) + margin)
    active = (loss > 0).sum()
    return loss.sum() / torch.clamp(active, min=1)
