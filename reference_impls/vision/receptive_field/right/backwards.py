def receptive_field(layers):
    r = 1
    for k, s, d in reversed(layers):
        r = s * (r - 1) + d * (k - 1) + 1
    return r
