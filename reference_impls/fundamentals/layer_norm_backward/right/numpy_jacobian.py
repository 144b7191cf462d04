import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    x, dout, gamma = np.asarray(x), np.asarray(dout), np.asarray(gamma)
    D = x.shape[-1]
    flat, up = x.reshape(-1, D), dout.reshape(-1, D)
    dx = np.empty_like(flat)
    dgamma, dbeta = np.zeros(D, x.dtype), np.zeros(D, x.dtype)
    for i, (row, d) in enumerate(zip(flat, up)):
        s = np.sqrt(row.var() + eps)
        h = (row - row.mean()) / s
        J = (np.eye(D) - 1 / D - np.outer(h, h) / D) / s
        dx[i] = J @ (d * gamma)
        dgamma += d * h
        dbeta += d
    return dx.reshape(x.shape), dgamma, dbeta
