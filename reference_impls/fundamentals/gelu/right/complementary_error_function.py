import torch


def gelu(x):
    return 0.5 * x * torch.special.erfc(-x * 0.7071067811865476)
