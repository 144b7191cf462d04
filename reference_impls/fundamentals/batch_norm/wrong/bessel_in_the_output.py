# slip: normalised-with-the-unbiased-variance
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    s = (1, -1, 1, 1)
    if training:
        mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3))
        running_mean = (1 - momentum) * running_mean + momentum * mean
        running_var = (1 - momentum) * running_var + momentum * var
    else:
        mean, var = running_mean, running_var
    y = (x - mean.view(s)) / torch.sqrt(var.view(s) + eps)
    return gamma.view(s) * y + beta.view(s), running_mean, running_var
