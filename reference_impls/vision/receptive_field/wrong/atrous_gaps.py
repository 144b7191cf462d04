# slip: dilation-counts-gaps
def receptive_field(layers):
    r, j = 1, 1
    for k, s, d in layers:
        k_eff = k + (k - 1) * d
        r += (k_eff - 1) * j
        j *= s
    return r
