# slip: first-half-sines-ending-at-base
import math
import torch


def sinusoidal_encoding(length, d, base=10000.0):
    half = d // 2
    emb = math.log(base) / max(half - 1, 1)
    emb = torch.exp(torch.arange(half) * -emb)
    emb = torch.arange(length)[:, None] * emb[None, :]
    return torch.cat((emb.sin(), emb.cos()), dim=1)
