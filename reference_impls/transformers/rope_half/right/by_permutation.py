import torch


def interleaved(x, theta, offset):
    T, d = x.shape[-2:]
    ang = (torch.arange(T).float() + offset)[:, None] * theta ** (-torch.arange(0, d, 2).float() / d)
    e, o = x[..., 0::2], x[..., 1::2]
    return torch.stack([e * ang.cos() - o * ang.sin(), e * ang.sin() + o * ang.cos()], -1).flatten(-2)


def rope_half(x, theta=10000.0, offset=0):
    d = x.shape[-1]
    order = torch.arange(d).view(2, d // 2).T.flatten()
    back = torch.argsort(order)
    return interleaved(x.float()[..., order], theta, offset)[..., back].type_as(x)
