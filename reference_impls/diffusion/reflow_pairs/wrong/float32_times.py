# slip: single-time
import torch


@torch.no_grad()
def reflow_pairs(model, x0, steps):
    out = x0.clone()
    times = torch.arange(steps) / steps
    for tau in times:
        tt = tau.repeat(out.shape[0])
        out = out + model(out, tt) / steps
    return x0, out
