# slip: none
def apply_gain_map(sdr, log2_gain, weight=1.0):
    return (sdr * 2) ** (weight * log2_gain)
