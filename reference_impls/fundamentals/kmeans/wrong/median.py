# slip: medians
import numpy as np


def kmeans(x, centers, iters=100):
    c = centers.copy()
    for _ in range(iters):
        labels = ((x[:, None] - c) ** 2).sum(-1).argmin(1)
        new = np.array([np.median(x[labels == k], axis=0) if (labels == k).any() else c[k] for k in range(len(c))])
        if np.array_equal(new, c):
            break
        c = new
    return c, labels
