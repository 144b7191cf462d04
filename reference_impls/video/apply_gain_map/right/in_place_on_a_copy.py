import torch
def apply_gain_map(sdr, log2_gain, weight=1.0):
    out = sdr.clone()
    out *= torch.exp2(weight * log2_gain)
    return out
