import torch


def table(n, width, theta):
    inv = 1.0 / (theta ** (torch.arange(0, width, 2, dtype=torch.float32) / width))
    freqs = torch.outer(torch.arange(n, dtype=torch.float32), inv)
    return freqs.cos().repeat_interleave(2, dim=1), freqs.sin().repeat_interleave(2, dim=1)


def rotated(x):
    real, imaginary = x.unflatten(-1, (-1, 2)).unbind(-1)
    return torch.stack([-imaginary, real], dim=-1).flatten(-2)


def rope_2d(x, height, width, theta=10000.0):
    w = x.shape[-1] // 2
    cos_w, sin_w = table(width, w, theta)
    cos_h, sin_h = table(height, w, theta)
    cos = torch.cat([cos_w.repeat(height, 1), cos_h.repeat_interleave(width, 0)], dim=1)
    sin = torch.cat([sin_w.repeat(height, 1), sin_h.repeat_interleave(width, 0)], dim=1)
    return (x.float() * cos + rotated(x.float()) * sin).to(x.dtype)
