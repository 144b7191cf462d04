# slip: one-iteration
import numpy as np


def kmeans(x, centers, iters=100):
    c = np.array(centers, dtype=float)
    for _ in range(iters):
        labels = ((x[:, None] - c) ** 2).sum(-1).argmin(1)
        old = c                                  # the same array
        for k in range(len(c)):
            if (labels == k).any():
                c[k] = x[labels == k].mean(0)
        if np.allclose(old, c):
            break
    labels = ((x[:, None] - c) ** 2).sum(-1).argmin(1)
    return c, labels
