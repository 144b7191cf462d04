# slip: same-in-each-call
import torch


def logit_normal_time(n, mean=0.0, std=1.0):
    torch.manual_seed(0)
    return torch.sigmoid(torch.randn(n) * std + mean)
