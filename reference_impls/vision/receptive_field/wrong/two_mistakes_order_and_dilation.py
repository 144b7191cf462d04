# slip: dilation-ignored
def receptive_field(layers):
    r, j = 1, 1
    for k, s, d in layers[::-1]:
        r += (k - 1) * j
        j *= s
    return r
