# slip: none
import torch


def gelu(x):
    gate = 0.5 * (1 + torch.erf(x / 2**0.5))
    x *= gate
    return x
