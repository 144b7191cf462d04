# slip: statistics-of-each-sample
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    v = lambda t: t.view(1, -1, 1, 1)
    if training:
        mean = x.mean((2, 3), keepdim=True)
        var = x.var((2, 3), keepdim=True, unbiased=False)
        n = x.shape[2] * x.shape[3]
        new_mean = (1 - momentum) * running_mean + momentum * mean.mean(0).flatten()
        new_var = (1 - momentum) * running_var + momentum * var.mean(0).flatten() * n / max(1, n - 1)
    else:
        mean, var, new_mean, new_var = v(running_mean), v(running_var), running_mean, running_var
    return v(gamma) * (x - mean) / torch.sqrt(var + eps) + v(beta), new_mean, new_var
