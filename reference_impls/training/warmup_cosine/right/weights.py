import numpy as np


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    s = np.float32(step)
    if s < warmup:
        return np.float32(peak) * s / np.float32(warmup)
    left = max(total - step, 0)
    w = np.sin(np.float32(np.pi / 2) * np.float32(left) / np.float32(total - warmup)) ** 2
    return w * np.float32(peak) + (1 - w) * np.float32(floor)
