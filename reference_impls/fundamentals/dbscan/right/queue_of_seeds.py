import numpy as np

UNCLASSIFIED, NOISE = -2, -1


def region_query(X, p, eps):
    return [i for i in range(len(X)) if np.linalg.norm(X[p] - X[i]) <= eps]


def dbscan(X, eps, min_samples):
    labels = [UNCLASSIFIED] * len(X)
    cluster_id = 0
    for p in range(len(X)):
        if labels[p] != UNCLASSIFIED:
            continue
        neighbors = region_query(X, p, eps)
        if len(neighbors) < min_samples:
            labels[p] = NOISE
            continue
        labels[p] = cluster_id
        seeds = [q for q in neighbors if q != p]
        i = 0
        while i < len(seeds):
            q = seeds[i]
            i += 1
            if labels[q] == NOISE:
                labels[q] = cluster_id
            if labels[q] != UNCLASSIFIED:
                continue
            labels[q] = cluster_id
            more = region_query(X, q, eps)
            if len(more) >= min_samples:
                seeds.extend(more)
        cluster_id += 1
    return labels
