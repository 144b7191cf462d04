# problem: rgb-to-lab
# says: xyz2lab(rgb2xyz(rgb)
def rgb2xyz(rgb):
    a = np.asarray(rgb, dtype=float)
    lin = np.where(a > 0.04045, np.power((a + 0.055) / 1.055, 2.4), a / 12.92)
    m = np.array([[0.412453, 0.357580, 0.180423], [0.212671, 0.715160, 0.072169], [0.019334, 0.119193, 0.950227]])
    return lin @ m.T

def xyz2lab(xyz, white=(0.95047, 1.0, 1.08883)):
    r = xyz / np.array(white)
    f = np.where(r > 0.008856, np.cbrt(r), 7.787 * r + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
