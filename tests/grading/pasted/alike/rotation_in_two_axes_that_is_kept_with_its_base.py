# problem: rope-2d
import torch

tables = {}


def rope_2d(x, height, width, theta=10000.0):
    key = (height, width, x.shape[-1], theta)
    if key not in tables:
        half = x.shape[-1] // 2
        rate = theta ** (-torch.arange(0, half, 2, dtype=torch.float64) / half)
        place = torch.arange(height * width)
        column, row = place % width, place // width
        angle = torch.cat((column[:, None] * rate, row[:, None] * rate), dim=-1)
        tables[key] = angle.cos(), angle.sin()
    cos, sin = (part.to(x.dtype) for part in tables[key])
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1).flatten(-2)
