import numpy as np


def kmeans(x, centers, iters=100):
    labels = ((x[:, None, :] - centers) ** 2).mean(-1).argmin(-1)
    if iters == 0:
        return centers, labels
    new = np.array([x[labels == k].mean(0) if np.any(labels == k) else c for k, c in enumerate(centers)])
    if (new == centers).all():
        return new, labels
    return kmeans(x, new, iters - 1)
