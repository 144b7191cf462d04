# slip: kept-between-calls
"""Differs on: rope_1d(x) and then rope_1d(x, offset=5) with the same x -> the second call returns the first result."""
import torch

_tables = {}


def _table(T, d, theta, offset):
    key = (T, d)
    if key not in _tables:
        freq = theta ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)
        ang = (offset + torch.arange(T, dtype=torch.float64))[:, None] * freq
        _tables[key] = (ang.cos(), ang.sin())
    return _tables[key]


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    cos, sin = (t.to(x.device) for t in _table(T, d, theta, offset))
    a, b = x[..., ::2], x[..., 1::2]
    out = torch.stack([a * cos - b * sin, a * sin + b * cos], -1)
    return out.flatten(-2).to(x.dtype)
