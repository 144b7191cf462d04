# slip: stride-and-dilation-exchanged
def receptive_field(layers):
    r, j = 1, 1
    for k, d, s in layers:
        r += (k - 1) * d * j
        j *= s
    return r
