# slip: not-updated
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    g, b, m, v = (t[None, :, None, None] for t in (gamma, beta, running_mean, running_var))
    if training:
        m = x.mean((0, 2, 3), keepdim=True)
        v = (x - m).pow(2).mean((0, 2, 3), keepdim=True)
    return g * (x - m) / (v + eps).sqrt() + b, running_mean, running_var
