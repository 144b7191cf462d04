# slip: none
import numpy as np


def kmeans(x, centers, iters=100):
    K = len(centers)
    rng = np.random.default_rng(0)
    centers = x[rng.choice(len(x), K, replace=False)]
    for _ in range(iters):
        labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
        new = centers.copy()
        for k in range(K):
            if (labels == k).any():
                new[k] = x[labels == k].mean(0)
        if np.allclose(new, centers):
            break
        centers = new
    return centers, labels
