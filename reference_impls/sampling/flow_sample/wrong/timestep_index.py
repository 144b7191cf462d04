# slip: position-as-time
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    for i in range(steps):
        t = torch.full((x.shape[0],), i, dtype=x.dtype)
        x = x + model(x, t) * (1 / steps)
    return x
