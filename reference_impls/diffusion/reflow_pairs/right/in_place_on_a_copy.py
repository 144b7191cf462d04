import torch


def reflow_pairs(model, x0, steps):
    x1 = x0.detach().clone()
    dt = 1.0 / steps
    with torch.no_grad():
        for k in range(steps):
            t = torch.ones(x0.size(0), dtype=x0.dtype) * k / steps
            x1 += dt * model(x1, t)
    return x0, x1
