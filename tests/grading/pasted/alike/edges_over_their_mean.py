# problem: sobel
# expect: fail
# says: Your answer has NaN where the right one is finite, in
# says: In the others it is wrong without NaN.
import numpy as np
from scipy.ndimage import convolve

ACROSS = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])


def edges(img):
    img = img.astype(float)
    size = np.hypot(convolve(img, ACROSS), convolve(img, ACROSS.T))
    return size**0.9 / np.median(size)
