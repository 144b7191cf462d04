# problem: film

def modulate(features, offset, multiplier):
    return features * multiplier[:, :, None, None] + offset[:, :, None, None]
