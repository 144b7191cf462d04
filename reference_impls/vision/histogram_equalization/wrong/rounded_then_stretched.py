# slip: rounded-before-stretched
# witness: 950 pixels of level 10 and 10 each of the levels 20, 30, 40, 50, 60: the steps must be 51, 102, 153, 204
import numpy as np


def hist_eq(img):
    hist = np.bincount(img.ravel(), minlength=256)
    if (hist > 0).sum() == 1:
        return img.copy()
    cdf = hist.cumsum() / img.size
    lut = np.round(255 * cdf)
    lo, hi = lut[img.min()], lut[img.max()]
    lut = np.round((lut - lo) * 255 / max(hi - lo, 1))
    return np.clip(lut, 0, 255).astype(np.uint8)[img]
