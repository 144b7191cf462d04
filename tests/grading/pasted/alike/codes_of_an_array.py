# problem: quantize-asymmetric
# says: converted to NumPy
import numpy as np


def quantize_asymmetric(x, bits=8):
    q_max = (1 << bits) - 1
    x_min, x_max = min(float(x.min()), 0.0), max(float(x.max()), 0.0)
    scale = (x_max - x_min) / q_max if x_max != x_min else 1.0
    zp = int(np.clip(np.round(-x_min / scale), 0, q_max))
    q = np.clip(np.round(x / scale) + zp, 0, q_max).astype(np.uint8)
    return q, scale, zp
