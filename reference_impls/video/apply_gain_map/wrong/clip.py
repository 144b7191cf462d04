# slip: clipped-to-1
import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    return torch.clamp(sdr * 2 ** (weight * log2_gain), 0, 1)
