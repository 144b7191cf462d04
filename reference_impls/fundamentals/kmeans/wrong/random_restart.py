# slip: empty-goes-to-the-first-point
import numpy as np
def kmeans(x, centers, iters=100):
    centers = centers.copy()
    for _ in range(iters):
        d = ((x[:, None, :] - centers[None]) ** 2).sum(-1)
        labels = d.argmin(1)
        old = centers.copy()
        for k in range(len(centers)):
            pts = x[labels == k]
            centers[k] = pts.mean(0) if len(pts) else x[0]
        if np.allclose(old, centers):
            break
    return centers, labels
