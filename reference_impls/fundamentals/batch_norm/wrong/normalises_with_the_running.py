# slip: normalised-with-the-moved-statistics
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if training:
        running_mean = (1 - momentum) * running_mean + momentum * x.mean((0, 2, 3))
        running_var = (1 - momentum) * running_var + momentum * x.var((0, 2, 3))
    y = (x - running_mean[:, None, None]) / torch.sqrt(running_var[:, None, None] + eps)
    return y * gamma[:, None, None] + beta[:, None, None], running_mean, running_var
