# slip: none
import torch


def reflow_pairs(model, x0, steps):
    with torch.no_grad():
        for i in range(steps):
            x0 += model(x0, torch.full((x0.shape[0],), i / steps, dtype=x0.dtype)) / steps
    return x0, x0
