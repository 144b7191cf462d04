# slip: backwards
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    x = x0.clone()
    ts = torch.linspace(1, 0, steps + 1, dtype=x0.dtype)
    for i in range(steps):
        t = ts[i].repeat(x.shape[0])
        x = x + (ts[i + 1] - ts[i]) * model(x, t)
    return x
