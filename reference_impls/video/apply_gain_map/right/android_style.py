import torch


class GainMapMetadata:
    def __init__(self):
        self.offset_sdr = self.offset_hdr = 0.0
        self.gamma = 1.0


def recover(sdr_rgb, log_boost, weight_factor, meta):
    """hdr = (sdr + offset_sdr) * 2^(log_boost * weight) - offset_hdr"""
    return (sdr_rgb + meta.offset_sdr) * 2 ** (log_boost * weight_factor) - meta.offset_hdr


def apply_gain_map(sdr, log2_gain, weight=1.0):
    return recover(sdr, log2_gain, weight, GainMapMetadata())
