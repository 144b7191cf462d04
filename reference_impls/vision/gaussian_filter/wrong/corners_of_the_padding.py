# slip: corners-zero
import numpy as np


def gaussian_filter3(img):
    h, w = img.shape
    pad = np.zeros((h + 2, w + 2))
    pad[1:h + 1, 1:w + 1] = img
    pad[0, 1:w + 1] = img[0]
    pad[h + 1, 1:w + 1] = img[-1]
    pad[1:h + 1, 0] = img[:, 0]
    pad[1:h + 1, w + 1] = img[:, -1]
    out = np.zeros((h, w))
    for i, a in enumerate((1, 2, 1)):
        for j, b in enumerate((1, 2, 1)):
            out += a * b * pad[i:i + h, j:j + w]
    return out / 16
