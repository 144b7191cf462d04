# slip: none
def srgb_to_linear(v):
    dark = v <= 0.04045
    v[dark] /= 12.92
    v[~dark] = ((v[~dark] + 0.055) / 1.055) ** 2.4
    return v
