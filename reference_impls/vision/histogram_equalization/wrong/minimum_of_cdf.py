# slip: empty-bins-but-constant
import numpy as np


def hist_eq(img):
    if img.min() == img.max():
        return img.copy()
    cdf = np.bincount(img.ravel(), minlength=256).cumsum()
    m = cdf.min()
    return np.clip(np.round((cdf - m) / (img.size - m) * 255), 0, 255).astype(np.uint8)[img]
