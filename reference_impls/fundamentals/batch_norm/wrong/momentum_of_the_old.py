# slip: momentum-reversed
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    C = x.shape[1]
    if training:
        n = x.numel() / C
        mean = x.mean((0, 2, 3), keepdim=True)
        var = ((x - mean) ** 2).mean((0, 2, 3), keepdim=True)
        new_mean = momentum * running_mean + (1 - momentum) * mean.flatten()
        new_var = momentum * running_var + (1 - momentum) * var.flatten() * n / (n - 1)
    else:
        mean, var = running_mean.view(1, C, 1, 1), running_var.view(1, C, 1, 1)
        new_mean, new_var = running_mean, running_var
    y = (x - mean) / torch.sqrt(var + eps)
    return y * gamma.view(1, C, 1, 1) + beta.view(1, C, 1, 1), new_mean, new_var
