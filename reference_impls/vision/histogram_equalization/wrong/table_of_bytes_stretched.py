# slip: cut-before-stretched
import numpy as np


def hist_eq(img):
    if np.all(img == img.flat[0]):
        return img.copy()
    hist, _ = np.histogram(img, bins=256, range=(0, 256))
    table = (hist.cumsum() * 255 / img.size).astype(np.uint8)
    out = table[img].astype(np.float64)
    out = (out - out.min()) / max(out.max() - out.min(), 1) * 255
    return np.rint(out).astype(np.uint8)
