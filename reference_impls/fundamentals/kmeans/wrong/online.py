# slip: centres-move-after-every-point
import numpy as np


def kmeans(x, centers, iters=100):
    c = np.array(centers, dtype=float)
    z = ((x[:, None] - c) ** 2).sum(-1).argmin(1)
    for _ in range(iters):
        old = z.copy()
        for i, p in enumerate(x):
            z[i] = ((p - c) ** 2).sum(-1).argmin()
            for k in range(len(c)):
                if np.any(z == k):
                    c[k] = x[z == k].mean(0)
        if (old == z).all():
            break
    return c, z
