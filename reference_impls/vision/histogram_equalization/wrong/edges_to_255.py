# slip: one-bin-too-few
import numpy as np

def hist_eq(img):
    if (img == img.flat[0]).all():
        return img.copy()
    hist, edges = np.histogram(img, bins=np.arange(256))
    cdf = np.cumsum(hist)
    first = cdf[cdf > 0][0]
    if first == cdf[-1]:
        return img.copy()
    cdf = np.append(cdf, cdf[-1])
    lut = np.rint(255 * np.clip(cdf - first, 0, None) / (cdf[-1] - first))
    return lut.astype(np.uint8)[img]
