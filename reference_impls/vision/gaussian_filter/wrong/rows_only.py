# slip: across-alone
import numpy as np


def gaussian_filter3(img):
    out = np.zeros(img.shape)
    p = np.pad(img.astype(float), 1, mode="edge")[1:-1]
    for j, w in enumerate((0.25, 0.5, 0.25)):
        out += w * p[:, j:j + img.shape[1]]
    return out
