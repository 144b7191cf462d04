# slip: rows-centered
import torch


def kaiming_normal(fan_out, fan_in):
    W = torch.randn(fan_out, fan_in) * (2 / fan_in) ** 0.5
    return W - W.mean(dim=1, keepdim=True)
