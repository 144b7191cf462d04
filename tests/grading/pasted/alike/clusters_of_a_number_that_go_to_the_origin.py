# problem: kmeans
# expect: fail
# says: Your code moves the center of an empty cluster to the origin
class KMeans:
    def __init__(self, n_clusters, max_iter=100, init=None):
        self.n_clusters, self.max_iter, self.init = n_clusters, max_iter, init

    def fit(self, X):
        c = np.array(self.init, dtype=float)
        for _ in range(self.max_iter):
            lab = ((X[:, None] - c[None]) ** 2).sum(-1).argmin(1)
            new = np.array([X[lab == k].mean(0) if (lab == k).any() else np.zeros(X.shape[1]) for k in range(self.n_clusters)])
            if np.allclose(new, c, atol=1e-12):
                break
            c = new
        self.cluster_centers_ = c
        self.labels_ = ((X[:, None] - c[None]) ** 2).sum(-1).argmin(1)
        return self
