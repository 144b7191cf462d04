# slip: not-cumulated
import numpy as np
def hist_eq(img):
    h = np.bincount(img.ravel(), minlength=256)
    return np.round(h / h.max() * 255)[img].astype(np.uint8)
