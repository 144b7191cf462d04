import numpy as np


def affine_forward(x, w, b):
    return x @ w + b, (x, w, b)


def affine_backward(dout, cache):
    """The layers of a well-known course: caches, and (dx, dw, db) from each."""
    x, w, b = cache
    return dout @ w.T, x.T @ dout, dout.sum(axis=0)


def relu_backward(dout, x):
    return np.where(x > 0, dout, 0)


def mlp_backward(x, w1, b1, w2, b2, dout):
    x, w1, b1, w2, b2, dout = (np.asarray(t) for t in (x, w1, b1, w2, b2, dout))
    h, fc1 = affine_forward(x, w1, b1)
    a = np.maximum(h, 0)
    _, fc2 = affine_forward(a, w2, b2)
    da, dw2, db2 = affine_backward(dout, fc2)
    dx, dw1, db1 = affine_backward(relu_backward(da, h), fc1)
    return dx, dw1, db1, dw2, db2
