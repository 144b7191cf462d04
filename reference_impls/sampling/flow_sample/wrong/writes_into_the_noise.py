# slip: none
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    for i in range(steps):
        x += model(x, torch.full((len(x),), i / steps, dtype=x.dtype)) / steps
    return x
