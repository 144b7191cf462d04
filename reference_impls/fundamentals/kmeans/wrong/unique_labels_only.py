# slip: empty-dropped
import numpy as np


def kmeans(x, centers, iters=100):
    for _ in range(iters):
        labels = ((x[:, None] - centers[None]) ** 2).sum(-1).argmin(1)
        new = np.stack([x[labels == k].mean(0) for k in np.unique(labels)])
        if new.shape == centers.shape and np.allclose(new, centers):
            break
        centers = new
    return centers, ((x[:, None] - centers[None]) ** 2).sum(-1).argmin(1)
