# slip: mixed-in-linear-light
import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    hdr = sdr * 2**log2_gain
    return torch.lerp(sdr.expand_as(hdr), hdr, weight)
