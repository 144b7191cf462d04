# slip: below-only-rescaled
import numpy as np
def hist_eq(img):
    h = np.bincount(img.ravel(), minlength=256)
    cdf = h.cumsum() - h
    if (h > 0).sum() == 1: return img
    return np.round(cdf / cdf.max() * 255)[img].astype(np.uint8)
