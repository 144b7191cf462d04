import numpy as np


def kmeans(x, centers, iters=100):
    c = centers.copy()
    for _ in range(iters):
        d = ((x[:, None] - c) ** 2).sum(-1)
        z = d.argmin(1)
        new = np.array([x[z == k].mean(0) if (z == k).any() else c[k] for k in range(len(c))])
        if (new == c).all():
            break
        c = new
    return c, z, d.min(1).sum()
