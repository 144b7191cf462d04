# slip: none
import torch


@torch.no_grad()
def reflow_pairs(model, x0, steps):
    x = x0
    for i in range(steps):
        x = x + model(x, torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)) / steps
    return x
