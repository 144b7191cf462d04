# slip: mirrored-without-edge
import numpy as np


def gaussian_filter3(img):
    p = np.pad(img.astype(np.float64), 1, mode="reflect")
    k = np.outer([1, 2, 1], [1, 2, 1]) / 16
    h, w = img.shape
    return sum(k[i, j] * p[i:i + h, j:j + w] for i in range(3) for j in range(3))
