# slip: cumulated-from-the-top
import numpy as np

def hist_eq(img):
    h = np.bincount(img.ravel(), minlength=256)
    c = h[::-1].cumsum()[::-1]
    m = c[c > 0].min()
    if m == img.size:
        return img.copy()
    lut = np.ceil(np.clip(c - m, 0, None) / (img.size - m) * 255)
    return lut.astype(np.uint8)[img]
