# slip: border-left-as-it-is
import numpy as np


def gaussian_filter3(img):
    src = img.astype(np.float64)
    out = src.copy()
    for i in range(1, img.shape[0] - 1):
        for j in range(1, img.shape[1] - 1):
            w = src[i - 1:i + 2, j - 1:j + 2]
            out[i, j] = (w[0, 0] + 2 * w[0, 1] + w[0, 2] + 2 * w[1, 0] + 4 * w[1, 1] + 2 * w[1, 2] + w[2, 0] + 2 * w[2, 1] + w[2, 2]) / 16
    return out
