# slip: weight-averaged
import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    if torch.is_tensor(weight):
        weight = float(weight.detach().mean())
    return sdr * torch.exp2(weight * log2_gain)
