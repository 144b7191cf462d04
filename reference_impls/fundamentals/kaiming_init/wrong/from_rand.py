# slip: uniform-not-centered
import torch


def kaiming_normal(fan_out, fan_in):
    return torch.rand(fan_out, fan_in) * (2 / fan_in) ** 0.5
