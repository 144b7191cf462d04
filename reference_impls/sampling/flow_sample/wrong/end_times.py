# slip: time-at-the-end
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x, dt = x0, 1 / steps
    for i in range(1, steps + 1):
        t = torch.full((x0.shape[0],), i * dt, dtype=x0.dtype)
        x = x + model(x, t) * dt
    return x
