import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    gain = torch.pow(2.0, log2_gain)
    return torch.einsum("...,...->...", sdr, gain**weight)
