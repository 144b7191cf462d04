# slip: grid-with-both-ends
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0
    dt = 1.0 / steps
    for t in torch.linspace(0.0, 1.0, steps, dtype=x0.dtype):
        x = x + dt * model(x, t.repeat(x.shape[0]))
    return x
