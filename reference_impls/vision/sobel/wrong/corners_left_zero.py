# slip: corners-left-zero
import numpy as np


def sobel(img):
    img = np.asarray(img)
    h, w = img.shape
    p = np.zeros((h + 2, w + 2), dtype=np.float64)
    p[1:-1, 1:-1] = img
    # repeat the edge pixels
    p[0, 1:-1] = img[0]
    p[-1, 1:-1] = img[-1]
    p[1:-1, 0] = img[:, 0]
    p[1:-1, -1] = img[:, -1]

    kx = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=np.float64)
    gx = np.zeros((h, w))
    gy = np.zeros((h, w))
    for i in range(3):
        for j in range(3):
            win = p[i:i + h, j:j + w]
            gx += kx[i, j] * win
            gy += kx[j, i] * win
    return np.sqrt(gx ** 2 + gy ** 2)
