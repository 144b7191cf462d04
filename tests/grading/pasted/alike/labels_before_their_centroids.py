# problem: kmeans
# says: your results are graded in this order: centroids, labels
def lloyds_algorithm(points, initial_centroids, max_iters=100):
    centroids = np.array(initial_centroids, dtype=float)
    labels = np.zeros(len(points), dtype=int)
    for _ in range(max_iters):
        labels = ((points[:, None] - centroids) ** 2).sum(-1).argmin(1)
        moved = np.stack([points[labels == j].mean(0) if (labels == j).any() else c for j, c in enumerate(centroids)])
        if (moved == centroids).all():
            break
        centroids = moved
    return labels, centroids
