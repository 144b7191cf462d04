# slip: integers-in-int16
import numpy as np


def gaussian_filter3(img):
    if np.issubdtype(img.dtype, np.integer):
        img = img.astype(np.int16)
    p = np.pad(img, 1, mode="edge")
    r = p[:, :-2] + 2 * p[:, 1:-1] + p[:, 2:]
    return (r[:-2] + 2 * r[1:-1] + r[2:]) / 16
