# slip: times-root-of-two
import math

import torch


def gelu(x):
    return x / 2 * (1 + torch.special.erf(math.sqrt(2) * x))
