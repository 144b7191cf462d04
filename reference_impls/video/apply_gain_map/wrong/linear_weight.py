# slip: weight-on-the-factor
import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    return weight * 2**log2_gain * sdr
