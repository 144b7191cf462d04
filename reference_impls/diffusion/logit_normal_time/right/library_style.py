import torch
from torch import nn


def logit_normal_time(n, mean=0.0, std=1.0):
    u = torch.normal(mean=mean, std=std, size=(n,), device="cpu")
    return torch.nn.functional.sigmoid(u)
