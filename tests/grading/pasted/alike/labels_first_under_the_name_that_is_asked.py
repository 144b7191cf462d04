# problem: kmeans
# expect: fail
# says: It should return (centers, labels).
def kmeans(x, centers, iters=100):
    centers = np.array(centers, dtype=float)
    labels = np.zeros(len(x), dtype=int)
    for _ in range(iters):
        labels = ((x[:, None] - centers) ** 2).sum(-1).argmin(1)
        moved = np.stack([x[labels == j].mean(0) if (labels == j).any() else c for j, c in enumerate(centers)])
        if (moved == centers).all():
            break
        centers = moved
    return labels, centers
