# slip: erf-added
import math
import torch


def gelu(x):
    # x = 2: 1.954 happens to be 1 + 0.954; x = 1: 1.183 instead of 0.841
    half = 0.5 * x
    return half + torch.erf(x / math.sqrt(2))
