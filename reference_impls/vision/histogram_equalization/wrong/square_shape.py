# slip: height-squared
import numpy as np
def hist_eq(img):
    h = np.bincount(img.ravel(), minlength=256); cdf = h.cumsum()
    m = cdf[cdf > 0][0]
    if m == img.size: return img
    N = img.shape[0] ** 2
    return np.round((cdf - m).clip(0) / max(N - m, 1) * 255)[img].clip(0, 255).astype(np.uint8)
