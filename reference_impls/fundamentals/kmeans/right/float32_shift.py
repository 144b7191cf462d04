import numpy as np


def kmeans(x, centers, iters=100):
    x = np.asarray(x, dtype=np.float32)
    centers = np.array(centers, dtype=np.float32)
    for it in range(iters):
        dist = np.linalg.norm(x[:, np.newaxis, :] - centers[np.newaxis, :, :], axis=-1)
        labels = dist.argmin(axis=-1)
        shift = 0.0
        for k in range(centers.shape[0]):
            mask = labels == k
            if not mask.any():
                continue
            mean = x[mask].mean(axis=0)
            shift = max(shift, float(np.abs(mean - centers[k]).max()))
            centers[k] = mean
        if shift < 1e-6:
            break
    labels = np.linalg.norm(x[:, None] - centers[None], axis=-1).argmin(-1)
    return centers, labels
