# slip: depth-of-the-near-edge
import torch


def volume_render(sigma, rgb, t):
    tau = sigma * (t[:, 1:] - t[:, :-1])
    w = torch.exp(-(torch.cumsum(tau, -1) - tau)) * (1 - torch.exp(-tau))
    return (w[..., None] * rgb).sum(1), (w * t[:, :-1]).sum(1), w
