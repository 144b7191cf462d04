
import torch
import torch.nn as nn
import torch.nn.functional as F


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0])
    w = t.view(-1, *[1] * (x1.ndim - 1))
    x_t = torch.lerp(x0, x1, w)
    return F.mse_loss(model(x_t, t), x1 - x0)
