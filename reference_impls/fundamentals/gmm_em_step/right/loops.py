import math

import numpy as np


def gmm_em_step(x, means, covs, weights):
    x = np.asarray(x, dtype=np.float64)
    n, d = x.shape
    k = len(means)
    resp, total = np.zeros((n, k)), 0.0
    inverse = [np.linalg.inv(np.asarray(c, dtype=np.float64)) for c in covs]
    dets = [math.log(np.linalg.det(np.asarray(c, dtype=np.float64))) for c in covs]
    for i in range(n):
        logs = []
        for j in range(k):
            diff = x[i] - means[j]
            logs.append(math.log(weights[j]) - 0.5 * (d * math.log(2 * math.pi) + dets[j] + diff @ inverse[j] @ diff))
        m = max(logs)
        s = m + math.log(sum(math.exp(v - m) for v in logs))
        total += s
        resp[i] = [math.exp(v - s) for v in logs]
    new_means, new_covs, new_weights = [], [], []
    for j in range(k):
        w = resp[:, j]
        mu = sum(w[i] * x[i] for i in range(n)) / w.sum()
        new_means.append(mu)
        new_covs.append(sum(w[i] * np.outer(x[i] - mu, x[i] - mu) for i in range(n)) / w.sum())
        new_weights.append(w.sum() / n)
    return np.array(new_means), np.array(new_covs), np.array(new_weights), total
