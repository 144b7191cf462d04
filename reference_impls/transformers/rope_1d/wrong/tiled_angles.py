# slip: angles-half-split
import torch


def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    inv = theta ** (-torch.arange(0, d, 2).double() / d)
    ang = torch.outer(torch.arange(offset, offset + T).double(), inv)
    ang = torch.cat((ang, ang), -1)
    r = torch.stack((-x[..., 1::2], x[..., ::2]), -1).flatten(-2)
    return (x * ang.cos() + r * ang.sin()).to(x.dtype)
