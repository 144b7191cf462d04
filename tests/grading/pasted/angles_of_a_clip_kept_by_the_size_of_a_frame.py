# problem: rope-3d
# expect: fail
# says: the same call with height and width exchanged
import torch

tables = {}


def turned(x, angle):
    even, odd = x[..., 0::2], x[..., 1::2]
    return torch.stack((even * angle.cos() - odd * angle.sin(), even * angle.sin() + odd * angle.cos()), -1).flatten(-2)


def angles_of(frames, height, width, split, theta, x):
    key = (frames, height * width, tuple(split), theta, x.dtype)
    if key not in tables:
        t, r, c = torch.meshgrid(torch.arange(frames), torch.arange(height), torch.arange(width), indexing="ij")
        tables[key] = [
            where.flatten()[:, None] * theta ** (-torch.arange(0, w, 2, dtype=x.dtype) / w)
            for where, w in zip((t, c, r), split)
        ]
    return tables[key]


def rope_3d(x, frames, height, width, split, theta=10000.0):
    parts = x.split(list(split), dim=-1)
    return torch.cat([turned(a, b) for a, b in zip(parts, angles_of(frames, height, width, split, theta, x))], -1)
