# slip: reflect-without-edge
import numpy as np


def sobel(img):
    f = np.pad(img.astype(float), 1, "reflect")
    H, W = img.shape
    out = np.empty((H, W))
    kx = np.outer([1, 2, 1], [-1, 0, 1])
    for i in range(H):
        for j in range(W):
            patch = f[i : i + 3, j : j + 3]
            out[i, j] = np.linalg.norm([(patch * kx).sum(), (patch * kx.T).sum()])
    return out
