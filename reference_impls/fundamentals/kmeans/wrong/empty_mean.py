# slip: empty-gives-nan-until-iters
import numpy as np


def kmeans(x, centers, iters=100):
    centers = np.array(centers, dtype=float)
    for _ in range(iters):
        labels = np.argmin(np.linalg.norm(x[:, None] - centers, axis=2), axis=1)
        new = np.array([x[labels == k].mean(axis=0) for k in range(len(centers))])
        if np.allclose(new, centers):
            break
        centers = new
    return centers, labels
