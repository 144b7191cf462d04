# slip: stops-at-a-negative-sum
import numpy as np


def kmeans(x, centers, iters=100):
    centers = np.array(centers, dtype=float)
    for _ in range(iters):
        labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
        new = centers.copy()
        for k in range(len(centers)):
            if (labels == k).any():
                new[k] = x[labels == k].mean(0)
        shift = np.sum(new - centers)
        centers = new
        if shift < 1e-6:
            break
    labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
    return centers, labels
