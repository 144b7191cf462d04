# slip: half-rotation-of-neighbours
import torch
def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    f = theta ** (-torch.arange(0, d, 2).float() / d)
    a = ((offset + torch.arange(T).float())[:, None] * f).repeat_interleave(2, -1)
    r = torch.cat([-x[..., d//2:], x[..., :d//2]], -1)
    return (x * a.cos() + r * a.sin()).to(x.dtype)
