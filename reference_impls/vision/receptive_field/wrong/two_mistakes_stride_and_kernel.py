# slip: own-stride-counts
def receptive_field(layers):
    r, j = 1, 1
    for k, s, d in layers:
        j *= s
        r += k * d * j
    return r
