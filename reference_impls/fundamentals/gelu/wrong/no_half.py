# slip: not-halved
import math

import torch


def gelu(x):
    return x * (1 + torch.erf(x / math.sqrt(2)))
