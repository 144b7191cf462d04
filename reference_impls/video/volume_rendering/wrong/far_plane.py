# slip: endless-last-interval
import torch


def volume_render(sigma, rgb, t):
    delta = t[:, 1:] - t[:, :-1]
    delta = torch.cat([delta[:, :-1], torch.full_like(delta[:, :1], 1e10)], -1)
    alpha = 1 - torch.exp(-sigma * delta)
    T = torch.cumprod(torch.cat([torch.ones_like(alpha[:, :1]), 1 - alpha + 1e-10], 1), 1)[:, :-1]
    w = alpha * T
    return (w[..., None] * rgb).sum(1), (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1), w
