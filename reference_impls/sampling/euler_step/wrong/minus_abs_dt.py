# slip: always-down
import torch


def euler_step(v, x, t, dt):
    return torch.sub(x, v(x, t), alpha=abs(dt))
