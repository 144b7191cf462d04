# slip: each-direction-scaled
import numpy as np
from scipy.ndimage import convolve

ACROSS = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def sobel(img):
    img = img.astype(np.float64)
    gx, gy = (np.abs(convolve(img, kernel)) for kernel in (ACROSS, ACROSS.T))
    gx = 255 * gx / max(gx.max(), 1e-9)
    gy = 255 * gy / max(gy.max(), 1e-9)
    strength = np.sqrt(gx * gx + gy * gy)
    return 255 * strength / max(strength.max(), 1e-9)
