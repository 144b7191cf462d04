import torch


def reflow_pairs(model, x0, steps):
    total = torch.zeros_like(x0)
    for i in range(steps):
        t = torch.full(x0.shape[:1], i, dtype=x0.dtype) / steps
        with torch.no_grad():
            total = total + model(x0 + total / steps, t)
    return x0.clone(), x0 + total / steps
