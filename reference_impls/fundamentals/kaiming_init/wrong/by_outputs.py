# slip: fan-out
import torch


def kaiming_normal(fan_out, fan_in):
    w = torch.empty(fan_out, fan_in)
    w.normal_(0, (2 / w.shape[0]) ** 0.5)
    return w
