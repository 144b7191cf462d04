# slip: times-256-rounded
import numpy as np

def hist_eq(img):
    h = np.bincount(img.ravel(), minlength=256)
    c = h.cumsum()
    if img.min() == img.max():
        return img.copy()
    lut = np.round((c - h[0]) / (img.size - h[0]) * 256).astype(np.int64)
    return (lut % 256).astype(np.uint8)[img]
