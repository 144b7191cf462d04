# slip: none
def apply_gain_map(sdr, log2_gain, weight=1.0):
    return sdr * log2_gain.exp() * weight
