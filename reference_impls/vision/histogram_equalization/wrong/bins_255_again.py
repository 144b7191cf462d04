# slip: bins-over-the-range
import numpy as np
def hist_eq(img):
    if img.min() == img.max(): return img
    h, _ = np.histogram(img, 256)
    cdf = h.cumsum(); m = cdf[cdf > 0][0]
    return np.round((cdf - m).clip(0) / (img.size - m) * 255)[img].astype(np.uint8)
