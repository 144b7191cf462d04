# slip: each-sample-normalised-apart
import torch

def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    N, C, H, W = x.shape
    if training:
        mean = x.mean(dim=(2, 3), keepdim=True)
        var = x.var(dim=(2, 3), keepdim=True, unbiased=False)
        all_mean = x.mean(dim=(0, 2, 3))
        all_var = x.var(dim=(0, 2, 3))
        running_mean = running_mean * (1 - momentum) + all_mean * momentum
        running_var = running_var * (1 - momentum) + all_var * momentum
    else:
        mean = running_mean.view(1, C, 1, 1)
        var = running_var.view(1, C, 1, 1)
    xn = (x - mean) / (var + eps).sqrt()
    return xn * gamma.view(1, C, 1, 1) + beta.view(1, C, 1, 1), running_mean, running_var
