import numpy as np


def kmeans(x, centers, iters=100):
    c = np.array(centers, dtype=float)
    K = c.shape[0]
    for _ in range(iters):
        d2 = (x ** 2).sum(1, keepdims=True) - 2 * x @ c.T + (c ** 2).sum(1)
        labels = np.argmin(d2, axis=1)
        sums = np.zeros_like(c)
        np.add.at(sums, labels, x)
        counts = np.bincount(labels, minlength=K)
        full = counts > 0
        new = c.copy()
        new[full] = sums[full] / counts[full, None]
        if np.allclose(new, c):
            break
        c = new
    return c, labels
