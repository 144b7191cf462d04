# slip: transposed
import torch


def kaiming_normal(fan_out, fan_in):
    return torch.randn((fan_in, fan_out)).mul((2 / fan_in) ** 0.5)
