# problem: sobel
# says: your code returns a dict: its magnitude is graded
import numpy as np
from scipy import ndimage


def image_gradients(gray):
    gray = np.asarray(gray, dtype=np.float64)
    smooth, diff = [1, 2, 1], [-1, 0, 1]
    gx = ndimage.correlate1d(ndimage.correlate1d(gray, diff, 1, mode="nearest"), smooth, 0, mode="nearest")
    gy = ndimage.correlate1d(ndimage.correlate1d(gray, diff, 0, mode="nearest"), smooth, 1, mode="nearest")
    return {"gx": gx, "gy": gy, "magnitude": np.hypot(gx, gy), "orientation": np.arctan2(gy, gx)}
