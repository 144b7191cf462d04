import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    n = x.shape[0] * x.shape[2] * x.shape[3]
    new_mean, new_var = running_mean, running_var
    mean, var = running_mean, running_var
    if training:
        mean = torch.einsum("nchw->c", x) / n
        d = x - mean.reshape(-1, 1, 1)
        ss = torch.einsum("nchw,nchw->c", d, d)
        var = ss / n
        new_mean = new_mean * (1 - momentum) + mean * momentum
        new_var = new_var * (1 - momentum) + ss / (n - 1) * momentum
    a = gamma * torch.rsqrt(var + eps)
    b = beta - mean * a
    return torch.einsum("nchw,c->nchw", x, a) + b.reshape(-1, 1, 1), new_mean, new_var
