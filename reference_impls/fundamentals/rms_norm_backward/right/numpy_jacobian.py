import numpy as np


def rms_norm_backward(dout, x, weight, eps=1e-6):
    x, dout, w = (np.asarray(t) for t in (x, dout, weight))
    D = x.shape[-1]
    dx, dw = np.empty_like(x.reshape(-1, D)), np.zeros_like(w)
    for i, (row, d) in enumerate(zip(x.reshape(-1, D), dout.reshape(-1, D))):
        r = np.sqrt(np.mean(row * row) + eps)
        J = np.eye(D) / r - np.outer(row, row) / (D * r**3)
        dx[i] = J @ (w * d)
        dw += d * row / r
    return dx.reshape(x.shape), dw
