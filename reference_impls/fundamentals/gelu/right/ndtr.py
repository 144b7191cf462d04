import torch


def gelu(x):
    return torch.mul(x, torch.special.ndtr(x))
