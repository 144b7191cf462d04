# slip: none
import torch


def rf_loss(model, x1):
    """Antithetic pair of noises: two calls."""
    x0 = torch.randn_like(x1)
    t = torch.rand(x1.shape[0])
    s = t.view(-1, *([1] * (x1.dim() - 1)))
    first = ((model((1 - s) * x0 + s * x1, t) - (x1 - x0)) ** 2).mean()
    second = ((model(-(1 - s) * x0 + s * x1, t) - (x1 + x0)) ** 2).mean()
    return (first + second) / 2
