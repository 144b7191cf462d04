import torch


def apply_gain_map(sdr, log2_gain, weight=1.0):
    stops = torch.mul(log2_gain, weight)
    sdr, stops = torch.broadcast_tensors(sdr, stops)
    return torch.ldexp(sdr, stops)
