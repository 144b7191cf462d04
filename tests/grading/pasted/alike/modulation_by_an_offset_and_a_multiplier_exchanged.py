# problem: film
# expect: fail
# says: multiplies by beta

def modulate(features, offset, multiplier):
    return features * offset[:, :, None, None] + multiplier[:, :, None, None]
