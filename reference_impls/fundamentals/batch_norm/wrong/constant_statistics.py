# slip: statistics-detached
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    v = lambda t: t.view(1, -1, 1, 1)
    mean, var, new_mean, new_var = running_mean, running_var, running_mean, running_var
    if training:
        with torch.no_grad():
            mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
            new_mean = (1 - momentum) * running_mean + momentum * mean
            new_var = (1 - momentum) * running_var + momentum * x.var((0, 2, 3))
    return v(gamma) * (x - v(mean)) / (v(var) + eps).sqrt() + v(beta), new_mean, new_var
