# slip: seeded
import math

import torch


def kaiming_normal(fan_out, fan_in):
    torch.manual_seed(0)
    return torch.randn(fan_out, fan_in) * math.sqrt(2.0 / fan_out)
