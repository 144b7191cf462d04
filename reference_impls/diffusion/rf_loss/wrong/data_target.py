# slip: predicts-data
import torch


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0])
    s = t.view(-1, *([1] * (x1.dim() - 1)))
    return torch.nn.functional.mse_loss(model((1 - s) * x0 + s * x1, t), x1)
