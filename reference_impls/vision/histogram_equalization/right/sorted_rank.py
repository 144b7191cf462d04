import numpy as np
def hist_eq(img):
    flat = np.sort(img.ravel())
    rank = np.searchsorted(flat, img.ravel(), side="right")
    lo = np.searchsorted(flat, flat[0], side="right")
    if lo == flat.size: return img
    return np.rint((rank - lo) * 255.0 / (flat.size - lo)).astype(np.uint8).reshape(img.shape)
