# slip: threshold-of-the-encoder
import numpy as np
M = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
W = np.array([0.9505, 1.0, 1.0890])
def rgb_to_lab(rgb):
    lin = np.where(rgb <= 0.0031308, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    t = lin @ M.T / W
    f = np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16 / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)
