# slip: none
import torch


def rope_1d(x, theta=10000.0, offset=0):
    """Takes the second axis as the sequence: wrong with heads."""
    T, d = x.shape[1] if x.ndim > 2 else x.shape[0], x.shape[-1]
    inv = theta ** (-torch.arange(0, d, 2).float() / d)
    ang = (torch.arange(T) + offset)[:, None] * inv
    shape = (T,) + (1,) * (x.ndim - 3) + (d // 2,) if x.ndim > 2 else (T, d // 2)
    c, s = ang.cos().reshape(shape), ang.sin().reshape(shape)
    a, b = x[..., ::2].float(), x[..., 1::2].float()
    return torch.stack([a * c - b * s, a * s + b * c], -1).flatten(-2).to(x.dtype)
