import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    N, C, H, W = x.shape
    if training:
        mu = x.mean((0, 2, 3))
        centred = x - mu.reshape(1, C, 1, 1)
        var = (centred**2).mean((0, 2, 3))
        with torch.no_grad():
            m = N * H * W
            new_mean = running_mean.clone().mul_(1 - momentum).add_(momentum * mu)
            new_var = running_var.clone().mul_(1 - momentum).add_(momentum * var * m / (m - 1))
    else:
        centred = x - running_mean.reshape(1, C, 1, 1)
        var = running_var
        new_mean, new_var = running_mean.clone(), running_var.clone()
    scale = gamma / torch.sqrt(var + eps)
    return centred * scale.reshape(1, C, 1, 1) + beta.reshape(1, C, 1, 1), new_mean, new_var
