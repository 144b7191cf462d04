# slip: rest-of-the-way
import torch
import torch.nn.functional as F


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0], dtype=x1.dtype)
    tt = t.view(-1, *[1] * (x1.dim() - 1))
    xt = (1 - tt) * x0 + tt * x1
    return F.mse_loss(model(xt, t), x1 - xt)
