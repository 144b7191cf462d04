# slip: none
import torch


def rf_loss(model, x1):
    n = x1.shape[0]
    x0 = torch.randn_like(x1)
    t = ((torch.arange(n) + 0.5) / n)[torch.randperm(n)].to(x1)
    s = t.reshape(-1, *[1] * (x1.ndim - 1))
    return torch.nn.functional.mse_loss(model((1 - s) * x0 + s * x1, t), x1 - x0)
