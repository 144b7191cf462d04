# problem: kmeans
# expect: fail
class KMeans:
    def __init__(self, centers, iters=100):
        self.centers, self.iters = centers.copy(), iters

    def assign(self, x):
        return np.linalg.norm(x[:, None] - self.centers, axis=-1).argmin(1)

    def update(self, x, labels):
        for k in np.unique(labels):
            self.centers[k] = x[labels == k].mean(0)

    def fit(self, x):
        for _ in range(self.iters):
            before = self.centers.copy()
            self.update(x, self.assign(x))
            if np.array_equal(before, self.centers):
                break
        return np.linalg.norm(x[:, None] - self.centers, axis=-1).argmax(1)
