# problem: rgb-to-lab
# expect: fail
# says: convert is graded as rgb_to_lab
# says: 500 for b*
import numpy as np

TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
D65_WHITE = np.array([0.9505, 1.0, 1.0890])


def xyz_from_rgb(rgb):
    linear = np.where(rgb > 0.04045, ((rgb + 0.055) / 1.055) ** 2.4, rgb / 12.92)
    return linear @ TO_XYZ.T


def convert(rgb, white):
    t = xyz_from_rgb(rgb) / white
    f = np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16 / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 500 * (f[..., 1] - f[..., 2])], -1)
