# slip: biased-batch-statistics-returned
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    v = lambda t: t.view(1, -1, 1, 1)
    mean, var = (x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)) if training else (running_mean, running_var)
    return v(gamma) * (x - v(mean)) / (v(var) + eps).sqrt() + v(beta), mean, var
