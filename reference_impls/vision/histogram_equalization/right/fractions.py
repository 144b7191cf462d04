import numpy as np


def hist_eq(img):
    flat = sorted(int(v) for v in img.reshape(-1))
    n = len(flat)
    first = flat.count(flat[0])
    if first == n:
        return img
    new = {}
    for level in set(flat):
        below = sum(v <= level for v in flat) if n < 50 else int(np.searchsorted(flat, level, side="right"))
        new[level] = (2 * 255 * (below - first) + (n - first)) // (2 * (n - first))
    return np.array([[new[int(v)] for v in row] for row in img], dtype=np.uint8)
