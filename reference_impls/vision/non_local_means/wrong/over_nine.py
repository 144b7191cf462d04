# slip: nine-pixels-assumed
import numpy as np


def non_local_means(img, patch=3, search=7, h=0.1):
    H, W = img.shape
    a, b = patch // 2, search // 2
    P = np.pad(img, a + b, mode="reflect")
    out = np.zeros((H, W))
    for i in range(H):
        for j in range(W):
            ci, cj = i + a + b, j + a + b
            ref = P[ci - a : ci + a + 1, cj - a : cj + a + 1]
            num = den = 0.0
            for y in range(ci - b, ci + b + 1):
                for x in range(cj - b, cj + b + 1):
                    q = P[y - a : y + a + 1, x - a : x + a + 1]
                    w = np.exp(-np.sum((ref - q) ** 2) / 9 / h**2)
                    num += w * P[y, x]
                    den += w
            out[i, j] = num / den
    return out
