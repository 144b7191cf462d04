# slip: no-transmittance
import torch


def volume_render(sigma, rgb, t):
    w = 1 - torch.exp(-sigma * (t[:, 1:] - t[:, :-1]))
    return (w[..., None] * rgb).sum(1), (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1), w
