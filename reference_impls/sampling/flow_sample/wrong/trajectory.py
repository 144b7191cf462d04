# slip: whole-path
import torch


@torch.no_grad()
def flow_sample(model, x0, steps):
    xs = x0.unsqueeze(0)
    for i in range(steps):
        t = torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)
        xs = torch.cat([xs, (xs[-1] + model(xs[-1], t) / steps).unsqueeze(0)])
    return xs
