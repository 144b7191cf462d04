import numpy as np


class PatchAttention:
    """Softmax over the search window: queries and keys are patches, values are pixels."""

    def __init__(self, patch, search, h):
        self.p, self.s, self.h = patch // 2, search // 2, h

    def mirror(self, i, n):
        i = abs(i)
        return i if i < n else 2 * (n - 1) - i

    def at(self, img, y, x):
        return img[self.mirror(y, img.shape[0]), self.mirror(x, img.shape[1])]

    def __call__(self, img):
        big = {
            (y, x): float(self.at(img, y, x))
            for y in range(-self.p - self.s, img.shape[0] + self.p + self.s)
            for x in range(-self.p - self.s, img.shape[1] + self.p + self.s)
        }
        around = [(a, b) for a in range(-self.p, self.p + 1) for b in range(-self.p, self.p + 1)]
        out = np.empty(img.shape)
        for y, x in np.ndindex(img.shape):
            query = np.array([big[y + a, x + b] for a, b in around])
            places = [(y + a, x + b) for a in range(-self.s, self.s + 1) for b in range(-self.s, self.s + 1)]
            keys = np.array([[big[q + a, r + b] for a, b in around] for q, r in places])
            w = np.exp(-((keys - query) ** 2).mean(1) / self.h**2)
            out[y, x] = w @ np.array([big[q] for q in places]) / w.sum()
        return out


def non_local_means(img, patch=3, search=7, h=0.1):
    return PatchAttention(patch, search, h)(img)
