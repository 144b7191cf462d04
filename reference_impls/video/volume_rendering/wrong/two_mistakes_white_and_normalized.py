# slip: none
import torch


def volume_render(sigma, rgb, t):
    tau = sigma * (t[:, 1:] - t[:, :-1])
    w = torch.exp(-(torch.cumsum(tau, -1) - tau)) * (1 - torch.exp(-tau))
    acc = w.sum(1)
    return (w[..., None] * rgb).sum(1) + 1 - acc[:, None], (w * (t[:, 1:] + t[:, :-1]) / 2).sum(1) / acc, w
