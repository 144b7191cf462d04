# slip: row-before-column
import torch
def rope_1d(x, pos, theta):
    w = x.shape[-1]
    inv = theta ** (-torch.arange(0, w, 2, dtype=torch.float64) / w)
    ang = pos[:, None] * inv
    c, s = ang.cos().to(x.dtype), ang.sin().to(x.dtype)
    a, b = x[..., ::2], x[..., 1::2]
    return torch.stack([a * c - b * s, a * s + b * c], -1).flatten(-2)
def rope_3d(x, frames, height, width, split, theta=10000.0):
    t, r, c = torch.meshgrid(torch.arange(frames), torch.arange(height), torch.arange(width), indexing="ij")
    parts = x.split(list(split), dim=-1)
    return torch.cat([rope_1d(p, q.reshape(-1).double(), theta) for p, q in zip(parts, (t, r, c))], -1)
