# problem: dbscan
# says: your code returns 2 results: the first one is graded
import numpy as np

def dbscan(x, eps, min_samples):
    near = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1)) <= eps
    core = near.sum(1) >= min_samples
    cluster, c = -np.ones(len(x), int), 0
    for i in range(len(x)):
        if cluster[i] != -1 or not core[i]:
            continue
        stack = [i]
        cluster[i] = c
        while stack:
            j = stack.pop()
            if not core[j]:
                continue
            for k in np.nonzero(near[j])[0]:
                if cluster[k] == -1:
                    cluster[k] = c
                    stack.append(k)
        c += 1
    core_labels = np.where(core, cluster, -1)
    return cluster, core_labels
