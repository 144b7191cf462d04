# slip: mean-subtracted
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    return 1 - torch.sigmoid(torch.normal(mean, std, (n,)))
