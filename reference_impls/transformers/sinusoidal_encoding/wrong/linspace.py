# slip: ends-at-base
import torch


def sinusoidal_encoding(length, d, base=10000.0):
    a = torch.arange(length)[:, None] / base ** torch.linspace(0, 1, d // 2)
    return torch.stack([a.sin(), a.cos()], -1).flatten(1)
