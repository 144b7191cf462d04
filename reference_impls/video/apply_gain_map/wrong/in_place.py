# slip: none
def apply_gain_map(sdr, log2_gain, weight=1.0):
    sdr *= 2 ** (weight * log2_gain)
    return sdr
