# slip: t-for-every-entry
import torch


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand_like(x1)
    return (model((1 - t) * x0 + t * x1, t.flatten(1)[:, 0]) - (x1 - x0)).pow(2).mean()
