# slip: eps-outside-root
import numpy as np


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    x, gamma, beta, running_mean, running_var = map(np.asarray, (x, gamma, beta, running_mean, running_var))
    s = (1, -1, 1, 1)
    if training:
        mean, std = x.mean((0, 2, 3)), x.std((0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * x.var((0, 2, 3), ddof=1)
    else:
        mean, std = running_mean, np.sqrt(running_var)
    y = (x - mean.reshape(s)) / (std.reshape(s) + eps)
    return gamma.reshape(s) * y + beta.reshape(s), running_mean, running_var
