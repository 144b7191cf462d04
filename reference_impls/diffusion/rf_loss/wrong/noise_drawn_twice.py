# slip: new-noise-in-the-loss
import torch
import torch.nn.functional as F


def rf_loss(model, x1):
    t = torch.rand(x1.shape[0], dtype=x1.dtype)
    tt = t.view(-1, *[1] * (x1.dim() - 1))
    return F.mse_loss(model((1 - tt) * torch.randn_like(x1) + tt * x1, t), x1 - torch.randn_like(x1))
