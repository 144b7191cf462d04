import numpy as np


def quantize_asymmetric(x, bits=8):
    x = np.asarray(x, dtype=np.float64)
    levels = (1 << bits) - 1
    lo, hi = min(0.0, x.min()), max(0.0, x.max())
    scale = (hi - lo) / levels if hi > lo else 1e-8
    zero_point = int(np.rint(-lo / scale))
    q = np.clip(np.rint(x / scale) + zero_point, 0, levels).astype(np.uint8)
    return q, scale, zero_point
