# slip: none
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    return torch.sigmoid(torch.randn(n, 1).sort(0).values * std + mean)
