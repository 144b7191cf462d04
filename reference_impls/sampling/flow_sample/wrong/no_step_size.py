# slip: no-dt
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    for i in range(steps):
        x = x + model(x, torch.full((len(x),), i / steps).to(x.dtype))
    return x
