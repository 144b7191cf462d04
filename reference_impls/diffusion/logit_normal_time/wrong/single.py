# slip: one-time-for-all
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    t = torch.sigmoid(torch.randn(()) * std + mean)
    return t.repeat(n)
