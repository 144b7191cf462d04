# slip: variance-as-std
import torch


def kaiming_normal(fan_out, fan_in):
    return torch.normal(0.0, 2.0 / fan_in, size=(fan_out, fan_in))
