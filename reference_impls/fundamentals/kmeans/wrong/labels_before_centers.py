# slip: results-exchanged-after-the-update
import numpy as np


def kmeans(data, init, max_iters=100):
    means = np.array(init, dtype=float)
    assigned = np.full(len(data), -1)
    for _ in range(max_iters):
        gaps = np.linalg.norm(data[:, np.newaxis, :] - means, axis=-1)
        now = np.argmin(gaps, axis=1)
        if (now == assigned).all():
            break
        assigned = now
        for j in np.unique(assigned):
            means[j] = data[assigned == j].mean(axis=0)
    return assigned, means
