import numpy as np


def iwae_bound(log_w):
    log_w = np.asarray(log_w, dtype=np.float64)
    bounds = []
    for column in log_w.T:
        m = column.max()
        bounds.append(m + np.log(np.mean(np.exp(column - m))))
    return np.mean(bounds)
