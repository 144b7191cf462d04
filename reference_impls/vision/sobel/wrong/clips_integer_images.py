# slip: integers-clipped
"""img = np.array([[0, 255], [0, 255]], dtype=np.uint8) gives 255 instead of 1020."""
import numpy as np


def sobel(img):
    img = np.asarray(img)
    x = np.pad(img.astype(np.float64), 1, mode="edge")
    h, w = img.shape
    s = lambda r, c: x[r:r + h, c:c + w]
    gx = s(0, 2) + 2 * s(1, 2) + s(2, 2) - s(0, 0) - 2 * s(1, 0) - s(2, 0)
    gy = s(2, 0) + 2 * s(2, 1) + s(2, 2) - s(0, 0) - 2 * s(0, 1) - s(0, 2)
    mag = np.hypot(gx, gy)
    if np.issubdtype(img.dtype, np.integer):
        mag = np.clip(mag, 0, 255)
    return mag
