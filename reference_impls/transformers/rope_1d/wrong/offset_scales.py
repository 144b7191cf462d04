# slip: none
import torch


def rope_1d(x, theta=10000.0, offset=0):
    """The offset is added to the angle, not to the position."""
    T, d = x.shape[-2:]
    ang = torch.arange(T)[:, None] * theta ** (-torch.arange(0, d, 2).double() / d) + offset
    a, b = x[..., ::2].double(), x[..., 1::2].double()
    y = torch.stack((a * ang.cos() - b * ang.sin(), b * ang.cos() + a * ang.sin()), -1)
    return y.reshape(x.shape).to(x.dtype)
