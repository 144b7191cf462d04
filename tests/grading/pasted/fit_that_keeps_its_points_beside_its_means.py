# problem: kmeans
import numpy as np


class Clusters:
    """The points are kept for a summary of each group."""

    def __init__(self, n_clusters=5, init=None, max_iter=200):
        self.n_clusters, self.max_iter = n_clusters, max_iter
        self.group_means = init

    def fit(self, X):
        self.X = X.copy()
        self.labels = np.full(len(X), -1)
        self.group_means = self.group_means.astype(float)
        for _ in range(self.max_iter):
            former = self.labels.copy()
            self.choose(X)
            if np.array_equal(former, self.labels):
                return
            self.move(X)

    def choose(self, X):
        for row in range(len(X)):
            self.labels[row] = np.argmin(np.linalg.norm(self.group_means - X[row], axis=1))

    def move(self, X):
        for group in range(self.n_clusters):
            members = X[self.labels == group]
            if len(members):
                self.group_means[group] = members.mean(axis=0)

    def spread(self):
        return [self.X[self.labels == group].std(axis=0) for group in range(self.n_clusters)]
