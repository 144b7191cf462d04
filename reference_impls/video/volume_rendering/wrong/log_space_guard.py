# slip: none
import torch


def volume_render(sigma, rgb, t):
    """The logarithm of 1 - alpha is -inf behind a wall, and its gradient NaN."""
    alpha = 1 - torch.exp(-sigma * (t[:, 1:] - t[:, :-1]))
    logs = torch.log(1 - alpha)
    w = alpha * torch.exp(torch.cumsum(logs, 1) - logs)
    return (w[..., None] * rgb).sum(1), (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1), w
