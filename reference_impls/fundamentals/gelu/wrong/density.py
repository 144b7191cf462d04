# slip: density
import math

import torch


def gelu(x):
    return x * torch.exp(-(x**2) / 2) / math.sqrt(2 * math.pi)
