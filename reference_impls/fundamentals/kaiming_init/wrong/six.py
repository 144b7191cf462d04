# slip: six-for-two
import torch


def kaiming_normal(fan_out, fan_in):
    return torch.empty(fan_out, fan_in).normal_(0, (6 / fan_in) ** 0.5)
