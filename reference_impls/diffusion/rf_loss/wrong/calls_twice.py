# slip: model-called-twice
import torch


def rf_loss(model, x1):
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0], dtype=x1.dtype)
    tt = t.reshape(-1, *[1] * (x1.ndim - 1))
    xt = (1 - tt) * x0 + tt * x1
    model(xt, t)
    return (model(xt, t) - (x1 - x0)).pow(2).mean()
