# slip: phi-alone
import torch


def gelu(x):
    return 0.5 * (1 + torch.erf(x / 2**0.5))
