# slip: no-minimum
import numpy as np


def hist_eq(img):
    if img.min() == img.max():
        return img.copy()
    p = np.bincount(img.ravel(), minlength=256) / img.size
    return np.rint(255 * np.cumsum(p)).astype(np.uint8)[img]
