# slip: one-step-too-many
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    for t in torch.linspace(0, 1, steps + 1, dtype=x0.dtype):
        x = x + model(x, t.expand(len(x))) / steps
    return x
