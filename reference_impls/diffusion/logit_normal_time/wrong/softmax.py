# slip: none
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    return torch.softmax(torch.randn(n) * std + mean, 0)
