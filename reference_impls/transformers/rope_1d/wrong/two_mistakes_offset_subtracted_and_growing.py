# slip: none
import torch

def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    f = theta ** (torch.arange(0, d, 2).double() / d)
    a = torch.outer(torch.arange(T).double() - offset, f)
    e, o = x[..., ::2].double(), x[..., 1::2].double()
    return torch.stack((e * a.cos() - o * a.sin(), e * a.sin() + o * a.cos()), -1).flatten(-2).to(x.dtype)
