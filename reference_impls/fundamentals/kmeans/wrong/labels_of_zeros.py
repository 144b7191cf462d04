# slip: labels-start-at-zero
import numpy as np


def kmeans(x, centers, iters=100):
    centers = centers.copy()
    labels = np.zeros(x.shape[0], dtype=int)
    for _ in range(iters):
        new_labels = np.argmin(((x[:, None] - centers) ** 2).sum(-1), axis=1)
        if np.array_equal(new_labels, labels):
            break
        labels = new_labels
        for k in range(centers.shape[0]):
            if np.any(labels == k):
                centers[k] = x[labels == k].mean(axis=0)
    return centers, labels
