# slip: mixed-with-the-slope
import torch


def euler_step(v, x, t, dt):
    return torch.lerp(x, v(x, t), dt)
