# slip: uniform-noise
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    return torch.sigmoid(torch.rand(n) * std + mean)
