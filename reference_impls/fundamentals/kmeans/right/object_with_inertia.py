import numpy as np


class Lloyd:
    def __init__(self, centers):
        self.centers = np.array(centers, copy=True)

    def assign(self, x):
        distances = np.stack([((x - c) ** 2).sum(axis=1) for c in self.centers], axis=1)
        return distances.argmin(axis=1), distances.min(axis=1).sum()

    def update(self, x, labels):
        for k in np.unique(labels):
            self.centers[k] = x[labels == k].mean(axis=0)


def kmeans(x, centers, iters=100):
    """Stops where the sum of squared distances does not fall any more."""
    model = Lloyd(centers)
    labels, error = model.assign(x)
    for _ in range(iters):
        model.update(x, labels)
        labels, new_error = model.assign(x)
        if new_error >= error:
            break
        error = new_error
    return model.centers, labels
