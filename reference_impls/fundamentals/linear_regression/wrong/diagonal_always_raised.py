# slip: none
"""Fails: l2 = 0, x of scale 1e-3 (x.T x is about N * 1e-6): w comes out too small by percents."""
import numpy as np


def linear_regression(x, y, l2=0.0):
    x = np.asarray(x, dtype=np.float64)
    y = np.asarray(y, dtype=np.float64)
    D = x.shape[1]
    xm = x.mean(axis=0, keepdims=True)
    xc = x - xm
    G = xc.T @ xc + (l2 + 1e-6) * np.eye(D)
    w = np.linalg.inv(G) @ (xc.T @ (y - y.mean()))
    b = y.mean() - (xm @ w).item()
    return w, b
