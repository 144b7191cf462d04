# slip: normalised-alone
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    v = lambda t: t.view(1, -1, 1, 1)
    if training:
        running_mean, running_var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
    return v(gamma) * (x - v(running_mean)) / (v(running_var) + eps).sqrt() + v(beta)
