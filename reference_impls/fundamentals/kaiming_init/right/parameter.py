import math

import torch
from torch import nn


def kaiming_normal(fan_out, fan_in):
    w = nn.Parameter(torch.empty(fan_out, fan_in))
    gain = math.sqrt(2.0)
    with torch.no_grad():
        w.normal_(0.0, gain / math.sqrt(fan_in))
    return w
