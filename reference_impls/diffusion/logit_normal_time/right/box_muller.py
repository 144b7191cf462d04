import math
import torch


import random


def logit_normal_time(n, mean=0.0, std=1.0):
    out = []
    for _ in range(n):
        x = random.gauss(mean, std)
        out.append(1 / (1 + math.exp(-x)) if x > 0 else math.exp(x) / (1 + math.exp(x)))
    return torch.tensor(out)
