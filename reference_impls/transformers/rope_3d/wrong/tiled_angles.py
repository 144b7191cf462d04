# slip: none
import torch


def rope_3d(x, frames, height, width, split, theta=10000.0):
    n = torch.arange(x.size(1))
    pos = (n // (height * width), n % width, n // width % height)
    a = torch.cat([p[:, None] * theta ** (-torch.arange(0, w, 2, dtype=x.dtype) / w) for p, w in zip(pos, split)], -1)
    a = torch.cat([a, a], -1)
    turned = torch.stack([-x[..., 1::2], x[..., ::2]], -1).flatten(-2)
    return x * a.cos() + turned * a.sin()
