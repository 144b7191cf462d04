# slip: none
import torch


def film(x, gamma, beta):
    with torch.no_grad():
        x.mul_(gamma[..., None, None]).add_(beta[..., None, None])
    return x
