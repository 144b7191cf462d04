# slip: divided-by-all-but-one
# witness: [[0, 0, 0, 7]] must give [[0, 0, 0, 255]], this gives 85
import numpy as np


def hist_eq(img):
    hist = np.bincount(img.ravel(), minlength=256)
    if np.count_nonzero(hist) == 1:
        return img.copy()
    cdf = np.cumsum(hist)
    cdf_min = cdf[cdf > 0].min()
    scaled = (cdf - cdf_min) / (img.size - 1) * 255
    lut = np.clip(np.round(scaled), 0, 255).astype(np.uint8)
    return lut[img]
