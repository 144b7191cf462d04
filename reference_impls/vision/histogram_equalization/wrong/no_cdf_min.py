# slip: no-minimum
import numpy as np
def hist_eq(img):
    h = np.bincount(img.ravel(), minlength=256); cdf = h.cumsum()
    return np.round(cdf / img.size * 255)[img].astype(np.uint8)
