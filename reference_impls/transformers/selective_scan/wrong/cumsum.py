# slip: divided-by-the-cumulative-decay
import torch


def selective_scan(x, delta, a, b, c, d, h=None):
    P = torch.cumprod(torch.exp(delta[..., None] * a), dim=1)
    u = delta[..., None] * x[..., None] * b[:, :, None, :]
    s = P * torch.cumsum(u / P, dim=1)
    if h is not None:
        s = s + P * h[:, None]
    return (s * c[:, :, None, :]).sum(-1) + d * x, s[:, -1]
