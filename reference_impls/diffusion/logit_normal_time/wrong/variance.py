# slip: std-as-variance
import math
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    return torch.sigmoid(mean + math.sqrt(std) * torch.randn(n))
