# slip: none
import torch


def volume_render(sigma, rgb, t):
    """The product over the earlier ones by division, 0 / 0 behind a wall."""
    alpha = 1 - torch.exp(-sigma * (t[:, 1:] - t[:, :-1]))
    w = alpha * torch.cumprod(1 - alpha, 1) / (1 - alpha)
    return (w[..., None] * rgb).sum(1), (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1), w
