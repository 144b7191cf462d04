import numpy as np
from numpy.lib.stride_tricks import sliding_window_view


class GSM:
    def __init__(self, noise, n):
        self.noise, self.n = noise, n

    def patches(self, img):
        p = sliding_window_view(np.float64(img), (self.n, self.n)).reshape(-1, self.n**2)
        return p - p.mean(1, keepdims=True)

    def __call__(self, ref, dist):
        a, b = self.patches(ref), self.patches(dist)
        s = np.einsum("wi,wi->w", a, a) / self.n**2
        c = np.einsum("wi,wi->w", a, b) / self.n**2
        g = np.maximum(c / (s + 1e-10), 0)
        v = np.maximum(((b - g[:, None] * a) ** 2).mean(1), 1e-10)
        info = lambda q: np.log2(1 + q).sum()
        return info(g**2 * s / (v + self.noise)) / info(s / self.noise)


def vif_scalar_gsm(ref, dist, sigma_n2=2.0, window=9):
    return float(GSM(sigma_n2, window)(ref, dist))
