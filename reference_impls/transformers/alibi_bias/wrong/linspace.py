# slip: by-position-of-the-last-head
import torch


def alibi_bias(n_heads, length):
    slopes = torch.logspace(0, -8, n_heads, base=2)
    dist = torch.arange(length)[:, None] - torch.arange(length)
    return torch.where(dist >= 0, -slopes.view(-1, 1, 1) * dist, float("-inf"))
