# slip: times-256-clipped
import numpy as np
def hist_eq(img):
    h = np.bincount(img.ravel(), minlength=256); cdf = h.cumsum()
    m = cdf[cdf > 0][0]
    if m == img.size: return img
    return np.round((cdf - m).clip(0) / (img.size - m) * 256)[img].clip(0, 255).astype(np.uint8)
