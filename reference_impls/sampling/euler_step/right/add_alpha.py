import torch


def euler_step(v, x, t, dt):
    return torch.add(x, v(x, t), alpha=dt)
