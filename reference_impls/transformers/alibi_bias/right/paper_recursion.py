import math
import torch


def get_slopes(n):
    start = 2 ** (-(2 ** -(math.log2(n) - 3)))
    return [start * start**i for i in range(n)]


def alibi_bias(n_heads, length):
    slopes = torch.tensor(get_slopes(n_heads))
    rel = torch.arange(length).unsqueeze(0) - torch.arange(length).unsqueeze(1)
    bias = slopes.view(-1, 1, 1) * rel.unsqueeze(0)
    return bias + torch.full((length, length), float("-inf")).triu(1)
