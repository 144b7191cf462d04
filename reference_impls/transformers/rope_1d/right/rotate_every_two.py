import torch
def rotate(x):
    return torch.stack((-x[..., 1::2], x[..., ::2]), -1).reshape(x.shape)
def rope_1d(x, theta=10000.0, offset=0):
    pos = torch.arange(x.size(-2), dtype=torch.float32) + offset
    inv = 1.0 / theta ** (torch.arange(0, x.size(-1), 2, dtype=torch.float32) / x.size(-1))
    ang = torch.einsum('t,f->tf', pos, inv).repeat_interleave(2, dim=-1)
    return (x.float() * ang.cos() + rotate(x.float()) * ang.sin()).to(x.dtype)
