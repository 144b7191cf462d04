# slip: adjacent-pairs
import torch


def rope_half(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    a = torch.outer(torch.arange(T).float() + offset, theta ** (-torch.arange(0, d, 2).float() / d))
    e, o = x[..., ::2].float(), x[..., 1::2].float()
    return torch.stack([e * a.cos() - o * a.sin(), e * a.sin() + o * a.cos()], -1).flatten(-2).to(x.dtype)
