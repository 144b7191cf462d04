import numpy as np


def ssim(x, y, peak=255.0):
    x, y = x.astype(float), y.astype(float)
    d = np.arange(-5, 6)
    w = np.exp(-(d[:, None] ** 2 + d[None] ** 2) / (2 * 2.25))
    w = w / w.sum()
    c1, c2 = (peak / 100) ** 2, (3 * peak / 100) ** 2
    values = []
    for i in range(x.shape[0] - 10):
        for j in range(x.shape[1] - 10):
            a, b = x[i:i + 11, j:j + 11], y[i:i + 11, j:j + 11]
            ma, mb = (w * a).sum(), (w * b).sum()
            va, vb = (w * (a - ma) ** 2).sum(), (w * (b - mb) ** 2).sum()
            cab = (w * (a - ma) * (b - mb)).sum()
            values.append((2 * ma * mb + c1) * (2 * cab + c2) / (ma**2 + mb**2 + c1) / (va + vb + c2))
    return sum(values) / len(values)
