# slip: fan-out
import torch


def kaiming_normal(fan_out, fan_in):
    bound = (6 / fan_out) ** 0.5
    return (torch.rand(fan_out, fan_in) * 2 - 1) * bound
