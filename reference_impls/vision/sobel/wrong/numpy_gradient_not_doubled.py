# slip: halved-inside
import numpy as np


def sobel(img):
    a = np.asarray(img, dtype=np.float64)
    p = np.pad(a, 1, mode="edge")
    rows = p[:-2, 1:-1] + 2 * a + p[2:, 1:-1]
    cols = p[1:-1, :-2] + 2 * a + p[1:-1, 2:]
    gx = np.gradient(rows, axis=1) if a.shape[1] > 1 else 0 * a
    gy = np.gradient(cols, axis=0) if a.shape[0] > 1 else 0 * a
    return np.hypot(gx, gy)
