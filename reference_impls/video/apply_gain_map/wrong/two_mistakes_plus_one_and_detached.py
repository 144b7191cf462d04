# slip: one-plus-the-stops
import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    w = weight.detach() if torch.is_tensor(weight) else weight
    return sdr * (1 + w * log2_gain)
