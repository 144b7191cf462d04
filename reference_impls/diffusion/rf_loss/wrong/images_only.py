# slip: four-dimensions-only
import torch


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0])
    s = t[:, None, None, None]
    x_t = (1 - s) * x0 + s * x1
    return ((model(x_t, t) - (x1 - x0)) ** 2).mean()
