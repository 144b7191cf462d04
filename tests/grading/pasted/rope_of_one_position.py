# problem: rope-half
# expect: error
# says: a float is not subscriptable
# not: asks for something that has
import torch


def rope_half(x, pos, inv_freq):
    angles = pos[:, None] * inv_freq[None]
    cos, sin = angles.cos(), angles.sin()
    a, b = x.chunk(2, dim=-1)
    return torch.cat([a * cos - b * sin, b * cos + a * sin], dim=-1)
