# slip: constant-black
import numpy as np


def hist_eq(img):
    cdf = np.bincount(img.reshape(-1), minlength=256).cumsum()
    low = cdf[cdf > 0].min()
    lut = np.round(255 * (cdf - low) / max(1, cdf[-1] - low)).clip(0)
    return lut.astype(np.uint8)[img]
