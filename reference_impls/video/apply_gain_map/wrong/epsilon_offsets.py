# slip: offsets
def apply_gain_map(sdr, log2_gain, weight=1.0):
    k = 0.015625
    return (sdr + k) * 2 ** (weight * log2_gain) - k
