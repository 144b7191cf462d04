# slip: occupied-levels-evenly
import numpy as np


def hist_eq(img):
    levels, ranks = np.unique(img, return_inverse=True)
    if len(levels) == 1:
        return img.copy()
    return np.round(ranks.reshape(img.shape) * 255 / (len(levels) - 1)).astype(np.uint8)
