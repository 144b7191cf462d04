# problem: srgb-transfer
# says: _decoded is graded as srgb_to_linear
# says: _encoded was graded first and does not pass
def _decoded(signal):
    return np.where(signal > 0.04045, ((signal + 0.055) / 1.055) ** 2.4, signal / 12.92)

def _encoded(light):
    return np.where(light > 0.0031308, 1.055 * light ** (1 / 2.4) - 0.055, 12.92 * light)
