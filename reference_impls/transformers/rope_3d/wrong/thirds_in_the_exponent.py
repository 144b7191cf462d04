# slip: frequencies-of-a-third
import torch

def rope_3d(x, frames, height, width, split, theta=10000.0):
    d = x.shape[-1]
    ts = torch.arange(frames).repeat_interleave(height * width)
    ys = torch.arange(height).repeat_interleave(width).repeat(frames)
    xs = torch.arange(width).repeat(frames * height)
    cols = []
    for w, p in zip(split, (ts, xs, ys)):
        k = torch.arange(w // 2, dtype=torch.float64)
        cols.append(p[:, None].double() * torch.exp(-torch.log(torch.tensor(theta, dtype=torch.float64)) * 2 * k / (d / 3)))
    phi = torch.cat(cols, 1)
    cos, sin = phi.cos().to(x.dtype), phi.sin().to(x.dtype)
    p, q = x.unflatten(-1, (-1, 2)).unbind(-1)
    return torch.stack([cos * p - sin * q, sin * p + cos * q], -1).flatten(2)
