# slip: codes-through-int16
"""img = np.array([[0, 40000], [0, 40000]], dtype=np.uint16): 40000 wraps around in int16."""
import numpy as np


def sobel(img):
    a = np.asarray(img)
    if a.dtype.kind in "iu":
        a = a.astype(np.int16)
    p = np.pad(a, 1, mode="edge")
    k = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    h, w = a.shape
    gx = np.zeros((h, w))
    gy = np.zeros((h, w))
    for i in range(3):
        for j in range(3):
            win = p[i:i + h, j:j + w].astype(float)
            gx += k[i, j] * win
            gy += k.T[i, j] * win
    return np.sqrt(gx ** 2 + gy ** 2)
