# slip: stops-before-a-small-move
import numpy as np


class KMeans:
    def __init__(self, centers, iters):
        self.centers = np.array(centers, dtype=np.float64)
        self.iters = iters

    def assign(self, x):
        dist = np.linalg.norm(x[:, None, :] - self.centers[None, :, :], axis=2)
        return np.argmin(dist, axis=1)

    def update(self, x, labels):
        moved = self.centers.copy()
        counts = np.bincount(labels, minlength=len(self.centers))
        sums = np.zeros_like(moved)
        np.add.at(sums, labels, x)
        full = counts > 0
        moved[full] = sums[full] / counts[full, None]
        return moved

    def fit(self, x):
        labels = self.assign(x)
        for _ in range(self.iters):
            labels = self.assign(x)
            moved = self.update(x, labels)
            if np.abs(moved - self.centers).max() < 0.1:
                break
            self.centers = moved
        return self.centers, labels


def kmeans(x, centers, iters=100):
    return KMeans(centers, iters).fit(np.asarray(x, dtype=np.float64))
