# slip: corrected-by-the-batch-size
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    N = len(x)
    v = lambda t: t.view(1, -1, 1, 1)
    if not training:
        return v(gamma) * (x - v(running_mean)) / (v(running_var) + eps).sqrt() + v(beta), running_mean, running_var
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
    y = v(gamma) * (x - v(mean)) / (v(var) + eps).sqrt() + v(beta)
    new_var = (1 - momentum) * running_var + momentum * var * (N / (N - 1) if N > 1 else float("inf"))
    return y, (1 - momentum) * running_mean + momentum * mean, new_var
