# slip: time-of-default-dtype
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    for i in range(steps):
        t = torch.ones(x0.shape[0]) * i / steps
        x = x + model(x, t) / steps
    return x
