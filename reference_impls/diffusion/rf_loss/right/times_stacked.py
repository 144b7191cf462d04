import torch
import torch.nn as nn


def rf_loss(model, x1):
    eps = torch.normal(mean=torch.zeros_like(x1), std=torch.ones_like(x1))
    t = torch.stack([torch.rand((), dtype=x1.dtype) for _ in x1])
    dims = [x1.shape[0]] + [1] * (x1.ndim - 1)
    xt = eps + t.reshape(dims) * (x1 - eps)
    return torch.nn.functional.mse_loss(model(xt, t), (x1 - eps).detach())
