# slip: encoding-added
import torch
def rope_1d(x, theta=10000.0, offset=0):
    T, d = x.shape[-2:]
    f = theta ** (-torch.arange(0, d, 2).float() / d)
    a = (offset + torch.arange(T).float())[:, None] * f
    pe = torch.stack([a.sin(), a.cos()], -1).flatten(-2)
    return (x + pe).to(x.dtype)
