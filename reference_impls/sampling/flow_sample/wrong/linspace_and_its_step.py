# slip: grid-with-both-ends-and-its-step
import torch

def flow_sample(model, x0, steps):
    ts = torch.linspace(0, 1, steps, dtype=x0.dtype, device=x0.device)
    dt = 1.0 / max(steps - 1, 1)
    x = x0
    for t in ts:
        x = x + dt * model(x, t.expand(x0.shape[0]))
    return x
