# slip: time-to-one
import torch


@torch.no_grad()
def reflow_pairs(model, x0, steps):
    x = x0
    for t in torch.linspace(0, 1, steps, dtype=x0.dtype):
        x = x + model(x, t.expand(x0.shape[0])) / steps
    return x0, x
