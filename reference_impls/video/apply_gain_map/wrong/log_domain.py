# slip: stops-added-to-the-logarithm
import torch
def apply_gain_map(sdr, log2_gain, weight=1.0):
    return torch.exp2(torch.log2(sdr) + weight * log2_gain)
