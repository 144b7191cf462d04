# slip: stops-added-to-a-clamped-logarithm
import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    log_sdr = torch.log2(sdr.clamp(min=1e-6))
    return torch.exp2(log_sdr + weight * log2_gain)
