def out_from_in(layer_in, conv):
    """n, j, r, start, as calculators of receptive fields have it."""
    j_in, r_in = layer_in
    k, s, d = conv
    k_eff = k + (k - 1) * (d - 1)
    return j_in * s, r_in + (k_eff - 1) * j_in


def receptive_field(layers):
    current = (1, 1)
    for conv in layers:
        current = out_from_in(current, conv)
    return current[1]
