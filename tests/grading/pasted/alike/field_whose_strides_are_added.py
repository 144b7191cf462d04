# problem: receptive-field
# expect: fail
# not: ignores the strides
# not: numbers here
def receptive_field(layers):
    if not layers:
        return 1
    (size, step, gap), *deeper = layers
    return receptive_field(deeper) - 1 + step + gap * (size - 1) + 1
