# problem: dbscan
# says: Clusters.fit is graded as dbscan
class Clusters:
    def __init__(self, eps=0.5, min_samples=5):
        self.eps, self.min_samples, self.labels_ = eps, min_samples, None

    def near(self, X, i):
        return np.where(np.linalg.norm(X - X[i], axis=1) <= self.eps)[0]

    def fit(self, X):
        self.labels_, label = np.full(len(X), -1), 0
        for i in range(len(X)):
            if self.labels_[i] >= 0 or len(self.near(X, i)) < self.min_samples:
                continue
            waiting = [i]
            while waiting:
                j = waiting.pop()
                if self.labels_[j] < 0:
                    self.labels_[j] = label
                    waiting += list(self.near(X, j)) if len(self.near(X, j)) >= self.min_samples else []
            label += 1
