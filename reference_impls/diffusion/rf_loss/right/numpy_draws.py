import numpy as np
import torch


def rf_loss(model, x1):
    B = len(x1)
    t = torch.from_numpy(np.random.uniform(size=B)).to(x1.dtype)
    x0 = torch.from_numpy(np.random.standard_normal(tuple(x1.shape))).to(x1)
    xt = x0 + torch.einsum("b,b...->b...", t, x1 - x0)
    return torch.mean(torch.square(model(xt, t) - x1 + x0))
