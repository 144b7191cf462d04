# slip: symmetric-distance
import torch


def alibi_bias(n_heads, length):
    slopes = 2 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    pos = torch.arange(length)
    return -slopes[:, None, None] * (pos[:, None] - pos[None, :]).abs()
