# problem: alibi-bias
# expect: fail
# says: extra batch axis

import torch


def alibi_bias(n_heads, length):
    slopes = 2.0 ** (-8.0 * torch.arange(1, n_heads + 1) / n_heads)
    positions = torch.arange(length)
    back = positions[:, None] - positions[None, :]
    bias = -slopes[:, None, None] * back
    return bias.masked_fill(back < 0, float("-inf"))[None]
