# slip: slopes-reversed
import torch


def alibi_bias(n_heads, length):
    slopes = 2 ** (-8 * torch.arange(n_heads, 0, -1) / n_heads)
    pos = torch.arange(length)
    dist = pos[:, None] - pos[None, :]
    return torch.where(dist >= 0, -slopes[:, None, None] * dist, float("-inf"))
