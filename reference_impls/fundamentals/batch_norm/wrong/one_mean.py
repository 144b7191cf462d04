# slip: statistics-of-everything
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    v = lambda t: t.view(1, -1, 1, 1)
    if training:
        m, s = x.mean(), x.var(unbiased=False)
        y = v(gamma) * (x - m) / (s + eps).sqrt() + v(beta)
        return y, (1 - momentum) * running_mean + momentum * m, (1 - momentum) * running_var + momentum * x.var()
    return v(gamma) * (x - v(running_mean)) / (v(running_var) + eps).sqrt() + v(beta), running_mean, running_var
