# slip: first-half-sines
import math
import torch


def sinusoidal_encoding(length, d, base=10000.0):
    half = d // 2
    freqs = torch.exp(-math.log(base) * torch.arange(half) / half)
    args = torch.arange(length)[:, None].float() * freqs[None]
    return torch.cat([torch.sin(args), torch.cos(args)], dim=-1)
