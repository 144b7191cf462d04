# slip: default-eps-of-1e-3
import torch


def batch_norm(x, gamma, beta, running_mean, running_var, training=True, momentum=0.1, eps=1e-3):
    v = lambda t: t.view(1, -1, 1, 1)
    if not training:
        return v(gamma) * (x - v(running_mean)) / (v(running_var) + eps).sqrt() + v(beta), running_mean, running_var
    mean, var = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
    y = v(gamma) * (x - v(mean)) / (v(var) + eps).sqrt() + v(beta)
    return y, torch.lerp(running_mean, mean, momentum), torch.lerp(running_var, x.var((0, 2, 3)), momentum)
