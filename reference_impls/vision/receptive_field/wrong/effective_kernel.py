# slip: dilation-times-kernel
def receptive_field(layers):
    r, j = 1, 1
    for k, s, d in layers:
        k = k * d
        r += (k - 1) * j
        j *= s
    return r
