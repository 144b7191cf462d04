# slip: frequency-inverted
import torch
def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    f = theta ** (torch.arange(0, d, 2).float() / d)
    a = (offset + torch.arange(T).float())[:, None] * f
    c, s = a.cos(), a.sin()
    x1, x2 = x[..., ::2], x[..., 1::2]
    return torch.stack([x1*c - x2*s, x1*s + x2*c], -1).flatten(-2).to(x.dtype)
