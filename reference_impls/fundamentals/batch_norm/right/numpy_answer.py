import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    x, gamma, beta, rm, rv = (np.asarray(a) for a in (x, gamma, beta, running_mean, running_var))
    ax = (0, 2, 3)
    shape = (1, x.shape[1], 1, 1)
    if training:
        mu, var = x.mean(axis=ax), x.var(axis=ax)
        rm = (1 - momentum) * rm + momentum * mu
        rv = (1 - momentum) * rv + momentum * x.var(axis=ax, ddof=1)
    else:
        mu, var = rm, rv
    y = (x - mu.reshape(shape)) / np.sqrt(var.reshape(shape) + eps)
    return gamma.reshape(shape) * y + beta.reshape(shape), rm, rv
