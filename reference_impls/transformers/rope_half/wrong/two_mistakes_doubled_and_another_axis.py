# slip: none
import torch


def rope_half(x, theta=10000.0, offset=0):
    h = x.shape[-1] // 2
    inv = theta ** (-2 * torch.arange(h, dtype=torch.float64, device=x.device) / h)
    n = x.shape[-3] if x.dim() > 2 else x.shape[-2]
    p = offset + torch.arange(n, dtype=torch.float64, device=x.device)
    a = p[:, None] * inv
    a = a[:, None, :] if x.dim() > 2 else a
    u, v = x[..., :h].double(), x[..., h:].double()
    return torch.cat([u * a.cos() - v * a.sin(), v * a.cos() + u * a.sin()], -1).to(x.dtype)
