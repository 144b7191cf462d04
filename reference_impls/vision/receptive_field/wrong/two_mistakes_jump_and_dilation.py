# slip: own-stride-counts
def receptive_field(layers):
    rf, jump = 1, 1
    for k, s, d in layers:
        jump *= s
        rf += (k - 1) * jump
    return rf
