# slip: odd-from-rotated-even
import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    inv = theta ** (-torch.arange(0, d, 2).double() / d)
    ang = torch.outer(torch.arange(offset, offset + T).double(), inv)
    cos, sin = ang.cos().to(x.dtype), ang.sin().to(x.dtype)
    y = x.clone()
    y[..., ::2] = y[..., ::2] * cos - y[..., 1::2] * sin
    y[..., 1::2] = y[..., ::2] * sin + y[..., 1::2] * cos
    return y
