import numpy as np


def transition_matrix(kind, k, beta):
    mat = np.zeros((k, k))
    if kind == "uniform":
        mat = np.full(shape=(k, k), fill_value=beta / float(k), dtype=np.float64)
        diag_val = 1.0 - beta * (k - 1.0) / k
        np.fill_diagonal(mat, diag_val)
    elif kind == "absorbing":
        mat = np.diag(np.full(shape=(k,), fill_value=1.0 - beta, dtype=np.float64))
        mat[:, -1] += beta
    else:
        raise ValueError(kind)
    return mat
