# slip: none
import math, torch

def kaiming_normal(fan_out, fan_in):
    return torch.randn(fan_in, fan_out) * 2.0 / math.sqrt(fan_in)
