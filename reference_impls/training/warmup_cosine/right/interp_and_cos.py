import numpy as np


def warmup_cosine(step, warmup, total, peak, floor=0.0):
    if step <= warmup:
        return np.interp(step, [0, warmup], [0.0, peak])
    angle = np.interp(step, [warmup, total], [0.0, np.pi])
    return np.interp(np.cos(angle), [-1, 1], [floor, peak])
