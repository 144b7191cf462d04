# problem: rope-3d
# not: numbers here
import torch


def turned(x, place, theta):
    width = x.shape[-1]
    rate = theta ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
    angle = place.double()[:, None] * rate
    cos, sin = angle.cos().to(x.dtype), angle.sin().to(x.dtype)
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * cos - odd * sin, even * sin + odd * cos), dim=-1).flatten(-2)


def rope_3d(x, frames, height, width, split, theta=10000.0):
    token = torch.arange(frames * height * width)
    of_time = turned(x[..., : split[0]], token // (height * width), theta)
    of_column = turned(x[..., split[0] : split[0] + split[1]], token % width, theta)
    of_row = turned(x[..., -split[2] :], token // width % height, theta)
    return torch.cat((of_time, of_column, of_row), dim=-1)
