# slip: first-half-cosines
import math
import torch


def sinusoidal_encoding(length, d, base=10000.0):
    half = d // 2
    freqs = torch.exp(-math.log(base) * torch.arange(half) / half)
    args = torch.arange(length)[:, None].float() * freqs[None]
    return torch.cat([torch.cos(args), torch.sin(args)], dim=-1)
