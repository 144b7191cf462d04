import torch


def gelu(x):
    h = x.float()
    return (h / 2 * (1 + torch.erf(h * 2**-0.5))).to(x.dtype)
