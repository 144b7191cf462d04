# problem: rope-half
# expect: fail
# says: wrong after the same call with another theta
import torch


class Rotations:
    longest = 0
    width = 0
    turned = None


def table_until(end, width, theta):
    if end > Rotations.longest or width != Rotations.width:
        rate = theta ** (-torch.arange(0, width, 2, dtype=torch.float64) / width)
        angle = torch.outer(torch.arange(end, dtype=torch.float64), rate)
        Rotations.longest, Rotations.width = end, width
        Rotations.turned = angle.cos(), angle.sin()
    return Rotations.turned


def rope_half(x, theta=10000.0, offset=0):
    end = offset + x.shape[-2]
    cos, sin = (part[offset:end].to(x.dtype) for part in table_until(end, x.shape[-1], theta))
    low, high = x.chunk(2, dim=-1)
    return torch.cat((low * cos - high * sin, high * cos + low * sin), dim=-1)
