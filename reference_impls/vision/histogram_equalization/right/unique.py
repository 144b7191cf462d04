import numpy as np


def hist_eq(img):
    values, inverse, counts = np.unique(img, return_inverse=True, return_counts=True)
    if values.size == 1:
        return img.copy()
    c = np.cumsum(counts) - counts[0]
    return np.around(c / c[-1] * 255).astype(np.uint8)[inverse].reshape(img.shape)
