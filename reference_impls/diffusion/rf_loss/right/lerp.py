import torch
import torch.nn.functional as F


def rf_loss(model, x1):
    B = x1.shape[0]
    t = torch.rand(B)
    x0 = torch.randn(x1.shape, dtype=x1.dtype)
    tt = t.reshape([B] + [1] * (x1.dim() - 1)).to(x1.dtype)
    x_t = torch.lerp(x0, x1, tt.expand_as(x1))
    return F.mse_loss(model(x_t, t), x1 - x0)
