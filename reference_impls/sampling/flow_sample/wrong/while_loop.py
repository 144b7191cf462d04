# slip: while-below-one
import torch


def flow_sample(model, x0, steps):
    t = 0.0
    x = x0
    with torch.no_grad():
        while t < 1.0:
            x = x + model(x, torch.full((x.shape[0],), t, dtype=x.dtype)) / steps
            t += 1.0 / steps
    return x
