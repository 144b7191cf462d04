# slip: frame-by-height
import torch
def rope_3d(x, frames, height, width, split, theta=10000.0):
    n = torch.arange(frames * height * width)
    frame = n // height
    row = (n // width) % height
    col = n % width
    angles = []
    for pos, w in zip((frame, col, row), split):
        inv = theta ** (-torch.arange(0, w, 2, dtype=torch.float64) / w)
        angles.append(pos[:, None] * inv)
    ang = torch.cat(angles, dim=-1)
    cos, sin = ang.cos().to(x.dtype), ang.sin().to(x.dtype)
    even, odd = x[..., 0::2], x[..., 1::2]
    out = torch.stack([even * cos - odd * sin, even * sin + odd * cos], dim=-1)
    return out.flatten(-2)
