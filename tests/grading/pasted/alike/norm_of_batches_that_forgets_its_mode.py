# problem: batch-norm
# expect: fail
# says: ignores `training`
import torch


def bn(x, gamma, beta, moving_mean, moving_var, mode="train", momentum=0.1, eps=1e-5):
    s = (1, -1, 1, 1)
    if mode == "never":
        xhat = (x - moving_mean.view(s)) / torch.sqrt(moving_var.view(s) + eps)
    else:
        mean = x.mean((0, 2, 3))
        var = ((x - mean.view(s)) ** 2).mean((0, 2, 3))
        xhat = (x - mean.view(s)) / torch.sqrt(var.view(s) + eps)
        n = x.numel() / x.shape[1]
        moving_mean = (1 - momentum) * moving_mean + momentum * mean
        moving_var = (1 - momentum) * moving_var + momentum * var * n / (n - 1)
    return gamma.view(s) * xhat + beta.view(s), moving_mean, moving_var
