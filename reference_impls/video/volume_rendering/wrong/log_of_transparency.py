# slip: log-of-zero
import torch


def volume_render(sigma, rgb, t):
    alpha = 1 - torch.exp(-sigma * (t[:, 1:] - t[:, :-1]))
    logs = torch.log(1 - alpha)
    before = torch.cat([torch.zeros_like(logs[:, :1]), logs[:, :-1]], 1)
    weights = alpha * torch.exp(torch.cumsum(before, 1))
    mids = (t[:, 1:] + t[:, :-1]) / 2
    return torch.einsum("rs,rsc->rc", weights, rgb), (weights * mids).sum(1), weights
