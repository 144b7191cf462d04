import numpy as np


class SSIM:
    def __init__(self, peak):
        self.c1 = (0.01 * peak) ** 2
        self.c2 = (0.03 * peak) ** 2
        self.c3 = self.c2 / 2

    def luminance(self, a, b):
        return (2 * a.mean() * b.mean() + self.c1) / (a.mean() ** 2 + b.mean() ** 2 + self.c1)

    def contrast(self, a, b):
        return (2 * a.std() * b.std() + self.c2) / (a.std() ** 2 + b.std() ** 2 + self.c2)

    def structure(self, a, b):
        cov = np.mean((a - a.mean()) * (b - b.mean()))
        return (cov + self.c3) / (a.std() * b.std() + self.c3)


def ssim_global(x, y, peak=255.0):
    a, b = np.float64(x), np.float64(y)
    s = SSIM(peak)
    return s.luminance(a, b) * s.contrast(a, b) * s.structure(a, b)
