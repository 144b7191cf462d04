# slip: read-as-data
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    for i in range(steps):
        t = i / steps
        x1_hat = model(x, torch.full((len(x),), t, dtype=x.dtype))
        x = x + (x1_hat - x) / (1 - t) / steps
    return x
