# slip: weight-detached
import torch


def gelu(x):
    with torch.no_grad():
        gate = 0.5 * (1 + torch.erf(x / 2**0.5))
    return x * gate
