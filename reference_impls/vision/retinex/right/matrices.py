import numpy as np


class Surround:
    def __init__(self, sigma):
        self.r = int(4 * sigma + 0.5)
        w = np.exp(-np.arange(-self.r, self.r + 1) ** 2 / (2.0 * sigma * sigma))
        self.w = w / w.sum()

    def matrix(self, n):
        eye = np.pad(np.eye(n), ((self.r, self.r), (0, 0)), mode="symmetric")
        return sum(w * eye[k : k + n] for k, w in enumerate(self.w))

    def __call__(self, x):
        return self.matrix(x.shape[0]) @ x @ self.matrix(x.shape[1]).T


def single_scale_retinex(img, sigma):
    return np.log1p(img) - np.log1p(Surround(sigma)(img))
