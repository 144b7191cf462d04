# slip: time-spread
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    shape = [x0.shape[0]] + [1] * (x0.dim() - 1)
    for i in range(steps):
        t = torch.full(shape, i / steps, dtype=x0.dtype)
        x = x + (1 / steps) * model(x, t)
    return x
