# slip: mask-times-infinity
import torch


def alibi_bias(n_heads, length):
    slopes = 2 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    pos = torch.arange(length)
    bias = -slopes[:, None, None] * (pos[:, None] - pos[None, :])
    return bias + torch.triu(torch.ones(length, length), 1) * float("-inf")
