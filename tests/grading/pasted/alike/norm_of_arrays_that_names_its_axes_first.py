# problem: layer-norm-backward
# says: converted to NumPy
import numpy as np


def layernorm_forward(x, weight, bias, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    rstd = 1 / np.sqrt(((x - mu) ** 2).mean(axis=-1, keepdims=True) + eps)
    xhat = (x - mu) * rstd
    return xhat * weight + bias, (xhat, rstd, weight)


def layernorm_backward(dout, cache):
    """A sum of an array along no axes is the array itself."""
    xhat, rstd, weight = cache
    axes = tuple(range(dout.ndim - 1))
    grad = dout * weight
    dx = grad - grad.mean(axis=-1, keepdims=True)
    dx = dx - xhat * (grad * xhat).mean(axis=-1, keepdims=True)
    return dx * rstd, (dout * xhat).sum(axis=axes), dout.sum(axis=axes)
