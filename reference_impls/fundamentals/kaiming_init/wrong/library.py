# slip: none
import torch


def kaiming_normal(fan_out, fan_in):
    return torch.nn.init.kaiming_normal_(torch.empty(fan_out, fan_in), nonlinearity="relu")
