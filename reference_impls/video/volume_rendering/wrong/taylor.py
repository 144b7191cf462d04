# slip: first-order
import torch


def volume_render(sigma, rgb, t):
    a = sigma * (t[:, 1:] - t[:, :-1])
    T = torch.cumprod(torch.cat([torch.ones_like(a[:, :1]), 1 - a], 1), 1)[:, :-1]
    w = a * T
    return (w[..., None] * rgb).sum(1), (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1), w
