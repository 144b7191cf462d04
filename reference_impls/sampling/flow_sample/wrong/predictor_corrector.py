# slip: heun
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    dt, x = 1 / steps, x0
    for i in range(steps):
        t = torch.full((x.shape[0],), i * dt, dtype=x.dtype)
        k1 = model(x, t)
        k2 = model(x + dt * k1, t + dt)
        x = x + dt * 0.5 * (k1 + k2)
    return x
