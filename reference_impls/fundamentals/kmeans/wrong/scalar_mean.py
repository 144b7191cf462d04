# slip: mean-over-coordinates-too
import numpy as np


def kmeans(x, centers, iters=100):
    c = centers.copy()
    for _ in range(iters):
        z = ((x[:, None] - c) ** 2).sum(-1).argmin(1)
        old = c.copy()
        for k in range(len(c)):
            if (z == k).sum() > 0:
                c[k] = np.mean(x[z == k])
        if np.allclose(old, c):
            break
    return c, z
