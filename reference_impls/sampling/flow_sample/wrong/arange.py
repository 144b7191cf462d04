# slip: arange-grid
import numpy as np
import torch


def flow_sample(model, x0, steps):
    x = x0
    for t in np.arange(0, 1, 1 / steps):
        x = x + model(x, torch.full((len(x0),), float(t), dtype=x0.dtype)) / steps
    return x
