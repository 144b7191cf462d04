# slip: zeros-for-none
import torch


def rectified_cfg_step(model, x, t, dt, c, lam):
    v = model(x, t, c)
    xh = x + dt / 2 * v
    return x + dt * (v + lam * (model(xh, t + dt / 2, c) - model(xh, t + dt / 2, torch.zeros_like(c))))
