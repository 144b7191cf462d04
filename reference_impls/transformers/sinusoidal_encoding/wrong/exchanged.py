# slip: cosine-first
import torch


def sinusoidal_encoding(length, d, base=10000.0):
    a = torch.arange(length)[:, None] / base ** (torch.arange(0, d, 2) / d)
    return torch.stack([a.cos(), a.sin()], -1).flatten(1)
