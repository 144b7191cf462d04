# slip: upper-tail
import torch


def gelu(x):
    return 0.5 * x * torch.erfc(x / 2**0.5)
