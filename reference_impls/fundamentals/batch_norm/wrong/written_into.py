# slip: none
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    v = lambda t: t.view(1, -1, 1, 1)
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
        running_mean.mul_(1 - momentum).add_(momentum * mean)
        running_var.mul_(1 - momentum).add_(momentum * x.var((0, 2, 3)))
    else:
        mean, var = running_mean, running_var
    return v(gamma) * (x - v(mean)) / (v(var) + eps).sqrt() + v(beta), running_mean, running_var
