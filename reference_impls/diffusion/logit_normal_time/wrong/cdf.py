# slip: none
import math
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    z = torch.randn(n) * std + mean
    return 0.5 * (1 + torch.erf(z / math.sqrt(2)))
