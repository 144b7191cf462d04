import math

import torch


def shift_time(t, shift):
    return torch.sigmoid(torch.logit(t) + math.log(shift))
