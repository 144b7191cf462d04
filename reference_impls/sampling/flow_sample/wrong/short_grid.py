# slip: one-step-short
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    ts = torch.linspace(0, 1, steps, dtype=x0.dtype)
    x = x0
    for i in range(len(ts) - 1):
        v = model(x, ts[i].expand(x.size(0)))
        x = x + (ts[i + 1] - ts[i]) * v
    return x
