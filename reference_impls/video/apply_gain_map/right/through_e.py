import math

import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    return sdr * torch.exp(math.log(2.0) * log2_gain * weight)
