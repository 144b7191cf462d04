# slip: half-of-erf
import torch


def gelu(x):
    return 0.5 * x * torch.erf(x / 2**0.5)
