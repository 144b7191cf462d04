import math

import torch


def kaiming_normal(fan_out, fan_in):
    u = torch.rand(fan_out, fan_in, dtype=torch.float64)
    v = torch.rand(fan_out, fan_in, dtype=torch.float64)
    z = torch.sqrt(-2 * torch.log1p(-u)) * torch.cos(2 * math.pi * v)
    return (z * math.sqrt(2 / fan_in)).float()
