# slip: one-row-for-all
import torch


def alibi_bias(n_heads, length):
    base = torch.tensor(2 ** (-8 / n_heads))
    slopes = torch.pow(base, torch.arange(1, 1 + n_heads))
    return slopes[..., None, None] * torch.arange(length)[None, None, :]
