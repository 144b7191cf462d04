# slip: turns-for-radians
import math
import torch


def sinusoidal_encoding(length, d, base=10000.0):
    a = 2 * math.pi * torch.arange(length).double()[:, None] / base ** (torch.arange(0, d, 2).double() / d)
    return torch.stack([a.sin(), a.cos()], -1).flatten(1)
