# slip: iters-ignored
import numpy as np


def kmeans(x, centers, iters=100):
    centers = np.array(centers)
    while True:
        labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
        new = np.array([x[labels == k].mean(0) if (labels == k).any() else centers[k] for k in range(len(centers))])
        if np.allclose(new, centers):
            return new, labels
        centers = new
