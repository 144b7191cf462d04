# slip: stride-ignored
def receptive_field(layers):
    return 1 + sum(d * (k - 1) for k, s, d in layers)
