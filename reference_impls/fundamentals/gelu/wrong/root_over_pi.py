# slip: root-of-two-over-pi
import math

import torch


def gelu(x):
    return 0.5 * x * (1 + torch.erf(math.sqrt(2 / math.pi) * x))
