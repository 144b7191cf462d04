# slip: one-t-for-all
import torch


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(()).item()
    x_t = (1 - t) * x0 + t * x1
    v = model(x_t, torch.full((x1.shape[0],), t))
    return ((v - (x1 - x0)) ** 2).mean()
