# slip: batch-axis
import torch


def alibi_bias(n_heads, length):
    slopes = 2 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    dist = torch.arange(length)[:, None] - torch.arange(length)
    return torch.where(dist >= 0, -slopes.view(1, -1, 1, 1) * dist, float("-inf"))
