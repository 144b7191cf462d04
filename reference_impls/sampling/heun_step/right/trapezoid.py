import torch


def heun_step(v, x, t, dt):
    f0 = v(x, t)
    f1 = v(x + f0 * dt, dt + t)
    return torch.trapezoid(torch.stack([f0, f1]), dx=float(dt), dim=0) + x
