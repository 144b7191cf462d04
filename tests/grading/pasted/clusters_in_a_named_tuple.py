# problem: kmeans
# says: of your results centroids, labels are graded
from typing import NamedTuple

class Clusters(NamedTuple):
    labels: np.ndarray
    centroids: np.ndarray

def lloyd(data, initial_centroids, max_iterations=100):
    centroids, labels = initial_centroids.astype(float), None
    for _ in range(max_iterations):
        found = np.linalg.norm(data[:, None] - centroids, axis=2).argmin(axis=1)
        if labels is not None and (found == labels).all():
            break
        labels = found
        for k in set(labels.tolist()):
            centroids[k] = data[labels == k].mean(axis=0)
    return Clusters(labels=labels, centroids=centroids)
