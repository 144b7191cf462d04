# problem: layer-norm-backward
# expect: fail
import numpy as np


def layernorm_forward(x, weight, bias, eps=1e-5):
    mu = x.mean(axis=-1, keepdims=True)
    rstd = 1 / np.sqrt(((x - mu) ** 2).mean(axis=-1, keepdims=True) + eps)
    xhat = (x - mu) * rstd
    return xhat * weight + bias, (xhat, rstd, weight)


def layernorm_backward(dout, cache):
    """The root of the variance is left out of the first gradient."""
    xhat, rstd, weight = cache
    axes = tuple(range(dout.ndim - 1))
    grad = dout * weight
    dx = grad - grad.mean(axis=-1, keepdims=True)
    dx = dx - xhat * (grad * xhat).mean(axis=-1, keepdims=True)
    return dx, (dout * xhat).sum(axis=axes), dout.sum(axis=axes)
