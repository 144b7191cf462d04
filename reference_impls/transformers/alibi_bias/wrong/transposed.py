# slip: rows-and-columns-exchanged
import torch


def alibi_bias(n_heads, length):
    slopes = 2 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    pos = torch.arange(length)
    dist = pos[None, :] - pos[:, None]
    return (-slopes[:, None, None] * dist).masked_fill(dist < 0, float("-inf"))
