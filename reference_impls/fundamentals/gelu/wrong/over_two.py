# slip: divided-by-two
import torch


def gelu(x):
    return x * 0.5 * (1.0 + torch.erf(x / 2.0))
