# slip: bonus-of-the-key
import torch


def alibi_bias(n_heads, length):
    slopes = 2 ** (-8 * torch.arange(1, n_heads + 1) / n_heads)
    bias = slopes.view(-1, 1, 1) * torch.arange(length).view(1, 1, -1)
    mask = torch.triu(torch.full((length, length), float("-inf")), 1)
    return bias + mask
