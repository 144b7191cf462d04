import torch


def coupling_forward(x, net):
    d = x.size(-1) // 2
    x_a, x_b = x[..., :d], x[..., d:]
    params = net(x_a)
    log_scale, shift = params[..., :d], params[..., d:]
    z_b = x_b * log_scale.exp() + shift
    return torch.cat((x_a, z_b), dim=-1), log_scale.sum(-1)


def coupling_inverse(y, net):
    d = y.size(-1) // 2
    y_a, y_b = y[..., :d], y[..., d:]
    params = net(y_a)
    log_scale, shift = params[..., :d], params[..., d:]
    x_b = (y_b - shift) / log_scale.exp()
    return torch.cat((y_a, x_b), dim=-1), (-log_scale).sum(-1)
