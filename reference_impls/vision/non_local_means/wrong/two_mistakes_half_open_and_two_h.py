# slip: none
import numpy as np


def non_local_means(img, patch=3, search=7, h=0.1):
    H, W = img.shape
    p, s = patch // 2, search // 2
    f = np.pad(img.astype(float), p + s, mode="reflect")
    c = p + s
    num = np.zeros((H, W)); den = np.zeros((H, W))
    for a in range(-s, s):
        for b in range(-s, s):
            d = 0
            for i in range(-p, p + 1):
                for j in range(-p, p + 1):
                    d = d + (f[c + i:c + i + H, c + j:c + j + W] - f[c + i + a:c + i + a + H, c + j + b:c + j + b + W]) ** 2
            w = np.exp(-d / patch ** 2 / (2 * h ** 2))
            num += w * f[c + a:c + a + H, c + b:c + b + W]
            den += w
    return num / (den + 1e-12)
