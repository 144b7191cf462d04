import numpy as np


class Blur:
    def __init__(self, n, sigma):
        r = int(sigma * 4 + 0.5)
        self.m = np.zeros((n, n), dtype=np.float32)
        w = np.exp([-0.5 * (k / sigma) ** 2 for k in range(-r, r + 1)])
        for i in range(n):
            for k, wk in zip(range(-r, r + 1), w / w.sum()):
                j = (i + k) % (2 * n)
                self.m[i, j if j < n else 2 * n - 1 - j] += wk


def difference_of_gaussians(img, sigmas):
    H, W = img.shape
    out = []
    for a, b in zip(sigmas[:-1], sigmas[1:]):
        out.append(Blur(H, b).m @ img @ Blur(W, b).m.T - Blur(H, a).m @ img @ Blur(W, a).m.T)
    return np.array(out)
