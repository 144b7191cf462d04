# slip: alpha-returned
import torch


def volume_render(sigma, rgb, t):
    alpha = 1 - torch.exp(-sigma * (t[:, 1:] - t[:, :-1]))
    T = torch.cumprod(torch.cat([torch.ones_like(alpha[:, :1]), 1 - alpha], 1), 1)[:, :-1]
    w = alpha * T
    return (w[..., None] * rgb).sum(1), (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1), alpha
