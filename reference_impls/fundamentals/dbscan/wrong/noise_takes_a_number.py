# slip: noise-takes-a-number
import numpy as np


def dbscan(x, eps, min_samples):
    m = x.shape[0]
    near = np.array([[np.linalg.norm(a - b) <= eps for b in x] for a in x])
    dense = near.sum(axis=1) >= min_samples
    out = [None] * m
    cid = 0

    def spread(i, cid):
        todo = [i]
        while todo:
            a = todo.pop()
            if out[a] is not None and out[a] != -1:
                continue
            out[a] = cid
            if dense[a]:
                todo += [int(b) for b in np.nonzero(near[a])[0]]

    for i in range(m):
        if out[i] is None:
            if dense[i]:
                spread(i, cid)
            else:
                out[i] = -1
            cid += 1
    return np.array(out, dtype=int)
