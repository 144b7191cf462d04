# slip: strides-summed
def receptive_field(layers):
    r, j = 1, 0
    for k, s, d in layers:
        r += (k - 1) * d * max(j, 1)
        j += s
    return r
