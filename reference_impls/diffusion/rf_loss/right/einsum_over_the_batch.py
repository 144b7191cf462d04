import torch


def rf_loss(model, x1):
    z = torch.empty_like(x1).normal_()
    t = torch.empty(x1.shape[0], dtype=x1.dtype).uniform_()
    x = torch.einsum("b,b...->b...", t, x1) + torch.einsum("b,b...->b...", 1 - t, z)
    d = model(x, t) - (x1 - z)
    return d.square().sum() / d.numel()
