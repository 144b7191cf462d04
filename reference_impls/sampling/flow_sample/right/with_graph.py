import torch


def flow_sample(model, x0, steps):
    B = x0.shape[0]
    dt = 1.0 / steps
    x = x0
    for i in range(steps):
        t = x0.new_full((B,), i * dt)
        x = x + dt * model(x, t)
    return x
