# slip: none
import torch


def euler_step(v, x, t, dt):
    return x + dt * v(x, t) + abs(dt) ** 0.5 * torch.randn_like(x)
