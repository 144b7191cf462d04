# slip: seeded-inside
"""Differs on: two calls with the same x1 -> x_t and t are identical in both, they must be fresh draws."""
import torch


def rf_loss(model, x1):
    g = torch.Generator(device=x1.device).manual_seed(0)      # reproducible
    x0 = torch.randn(x1.shape, generator=g, device=x1.device, dtype=x1.dtype)
    t = torch.rand(x1.shape[0], generator=g, device=x1.device, dtype=x1.dtype)
    tt = t.view(-1, *[1] * (x1.ndim - 1))
    pred = model(torch.lerp(x0, x1, tt), t)
    return (pred - (x1 - x0)).pow(2).mean()
