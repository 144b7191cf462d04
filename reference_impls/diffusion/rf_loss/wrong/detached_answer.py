# slip: detached
import torch


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0])
    s = t.view(-1, *([1] * (x1.dim() - 1)))
    v = model((1 - s) * x0 + s * x1, t).detach()
    return ((v - (x1 - x0)) ** 2).mean()
