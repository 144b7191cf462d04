# slip: tails-cut
import math
import torch


def gelu(x):
    body = 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
    y = torch.where(x > 3, x, body)
    y = torch.where(x < -3, torch.zeros_like(x), y)
    return y
