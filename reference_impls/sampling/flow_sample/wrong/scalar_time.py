# slip: time-not-a-batch
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    for i in range(steps):
        x = x + model(x, torch.tensor(i / steps, dtype=x0.dtype)) / steps
    return x
