# problem: kmeans
# expect: fail
# says: run_kmeans is graded as kmeans
# not: one result
def closest_centroids(X, centroids):
    return ((X[:, None] - centroids) ** 2).sum(-1).argmin(1)

def move_centroids(X, labels, K):
    return np.array([X[labels == k].mean(axis=0) for k in range(K)])

def run_kmeans(X, initial_centroids, max_iters=10):
    centroids, labels = initial_centroids, None
    for _ in range(max_iters):
        labels = closest_centroids(X, centroids)
        centroids = move_centroids(X, labels, len(centroids))
    return centroids, labels
