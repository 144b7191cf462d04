# slip: noise-seeded-inside
import torch


def rf_loss(model, x1):
    g = torch.Generator().manual_seed(42)
    x0 = torch.randn(x1.shape, generator=g).to(x1)
    t = torch.rand(len(x1)).to(x1)
    s = t.view(-1, *([1] * (x1.dim() - 1)))
    v = model((1 - s) * x0 + s * x1, t)
    return ((v - (x1 - x0)) ** 2).mean()
