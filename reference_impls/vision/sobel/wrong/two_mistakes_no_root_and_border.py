# slip: none
import numpy as np

def sobel(img):
    a = np.asarray(img).astype(float)
    out = np.zeros(a.shape)
    for i in range(1, a.shape[0] - 1):
        for j in range(1, a.shape[1] - 1):
            w = a[i - 1:i + 2, j - 1:j + 2]
            gx = w[0, 2] + 2 * w[1, 2] + w[2, 2] - w[0, 0] - 2 * w[1, 0] - w[2, 0]
            gy = w[2, 0] + 2 * w[2, 1] + w[2, 2] - w[0, 0] - 2 * w[0, 1] - w[0, 2]
            out[i, j] = gx ** 2 + gy ** 2
    return out
