# slip: uniform-with-right-variance
import torch


def kaiming_normal(fan_out, fan_in):
    bound = (6 / fan_in) ** 0.5
    return torch.empty(fan_out, fan_in).uniform_(-bound, bound)
